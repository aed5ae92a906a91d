def shop = new File(basedir, "shop")
def migrations = new File(shop, "blog/src/main/resources/META-INF/modules/blog/db")

// db-generate ran twice: one migration a dialect, of the same name, and its way back
assert new File(migrations, "schema.json").file
def h2 = new File(migrations, "h2").list().sort()
assert h2.length == 2
assert h2[0] ==~ /U\d{14}__\w+\.sql/
assert h2[1] == h2[0].replaceFirst("U", "V")
assert new File(migrations, "postgresql").list().sort() == h2
assert !new File(migrations, "mariadb").exists()
assert new File(shop, "data").list().any { it == "shop.mv.db" }

// the application, on the module path, on each database
def settings = new Properties()
new File(basedir, "postgresql.properties").withInputStream { settings.load(it) }
def rows = { Map<String, String> properties ->
    def java = new File(System.getProperty("java.home"), "bin/java").path
    def command = [java] + properties.collect { "-D${it.key}=${it.value}".toString() } + ["-p", "app/target/modules", "-m", "com.acme.shop"]
    def process = new ProcessBuilder(command).directory(shop).redirectErrorStream(true).start()
    def output = process.inputStream.getText("UTF-8")
    println output
    assert process.waitFor() == 0: output
    return output.readLines().findAll { it ==~ /(created|updated|deleted): .*/ }
}
def expected = [
        "created: DRAFT Hello", "created: DRAFT Draft",
        "updated: PUBLISHED Hello, world", "updated: DRAFT Draft",
        "deleted: PUBLISHED Hello, world"]
assert rows([:]) == expected
assert rows(settings as Map) == expected

def log = new File(basedir, "build.log").text
assert log.contains("mvn modules:db-generate -Dmodule=blog") // before there was a migration: why the tests were skipped
assert log =~ /Tests run: 3, Failures: 0, Errors: 0, Skipped: 0/

// what the goals on databases say
assert log =~ /(?m)MODULE +VERSION +NAME +STATE +APPLIED +RUN$/
assert log =~ /(?m)blog +\d{14} +create post +applied +\d{4}-\d\d-\d\d \d\d:\d\d:\d\d +1$/
assert log.contains("blog: migrations lead to what the models want, and down and up again")
assert log.contains("blog: models and migrations agree")
assert log =~ /blog: would run V\d{14}__create_post\.sql \(\d+ statements?, all or nothing\)/
assert log.contains("Exists already: jdbc:postgresql:")
def report = new File(shop, "target/check.json").text
assert report.contains('"goal" : "db-check"') && report.contains('"ok" : true')
assert report.contains('"state" : "applied"')
return true
