def migration = new File(basedir, "blog/src/main/resources/META-INF/modules/blog/db/h2").listFiles().find { it.name.startsWith("V") }
assert migration.text.contains('primary key ("ROOM", "AREA")')

// on the tables as they were found, beside the row that was there
def java = new File(System.getProperty("java.home"), "bin/java").path
def path = ["app/target/dependency", "app/target/classes"].collect { new File(basedir, it).path }.join(File.pathSeparator)
def process = new ProcessBuilder([java, "-p", path, "-m", "com.acme.desk/com.acme.desk.Main"]).directory(basedir).redirectErrorStream(true).start()
def output = process.inputStream.getText("UTF-8")
assert process.waitFor() == 0: output
assert output.readLines().findAll { it ==~ /(post|seat): .*/ } == ["post: Hello by Anna", "seat: 7/1 nobody"]

def log = new File(basedir, "build.log").text
assert log =~ /blog: jdbc:h2:file:\S+desk.* counts as migrated up to \d{14}/
assert log.contains("blog: migrations lead to what the models want, and down and up again")
assert log.contains("blog: models and migrations agree")
assert !log.contains("[drift]")
return true
