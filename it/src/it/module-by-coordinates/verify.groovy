assert new File(basedir, "data/desk.mv.db").file

// as a named module, and on the class path
def jars = new File(basedir, "app/target/dependency").path
def classes = new File(basedir, "app/target/classes").path
def output = { List<String> arguments ->
    def java = new File(System.getProperty("java.home"), "bin/java").path
    def process = new ProcessBuilder([java] + arguments).directory(basedir).redirectErrorStream(true).start()
    def text = process.inputStream.getText("UTF-8")
    assert process.waitFor() == 0: text
    return text.readLines().findAll { it ==~ /(reviews|ping): .*/ }
}
assert output(["-p", jars + File.pathSeparator + classes, "-m", "com.acme.desk/com.acme.desk.Main"]) == ["reviews: 5", "ping: pong"]
assert output(["-cp", jars + File.separator + "*" + File.pathSeparator + classes, "com.acme.desk.Main"]) == ["reviews: 5", "ping: pong"]

def log = new File(basedir, "build.log").text
assert log =~ /(?m)reviews.*1\.2/
return true
