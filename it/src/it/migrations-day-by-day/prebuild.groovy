import org.h2.Driver
import org.codehaus.plexus.util.FileUtils

def shop = new File(basedir, "shop")
FileUtils.copyDirectoryStructure(new File(basedir, "../setup-scaffold/shop"), shop)

def pom = new File(shop, "pom.xml")
pom.text = pom.text.replaceFirst("<modules>(\\s*)<!--", "<modules>\$1<module><resolve>blog</resolve></module>\$1<!--")
def blog = new File(shop, "blog")
def blogPom = new File(blog, "pom.xml")
blogPom.text = blogPom.text
        .replaceFirst("<dependencies>", "<properties><models>first</models></properties>\n  <dependencies>")
        .replaceFirst("<build>", "<build>\n    <sourceDirectory>src/main/\\\$\\{models}</sourceDirectory>")

// three states of the data models
def first = new File(blog, "src/main/first")
assert new File(blog, "src/main/java").renameTo(first)
def state = { String name, Map<String, String> changes ->
    def folder = new File(blog, "src/main/" + name)
    FileUtils.copyDirectoryStructure(first, folder)
    def post = new File(folder, "com/acme/blog/Post.java")
    changes.each { from, to ->
        assert post.text.contains(from)
        post.text = post.text.replace(from, to)
    }
    return folder
}
state("mood", ["private String body;": "private String body;\n\n    private String mood;"])
def summary = state("summary", [
        "    @Lob\n    private String body;": "    private String mood;\n\n    @Column(nullable = false)\n    private String summary = \"\";",
        "return body;": "return summary;",
        "this.body = body;": "this.summary = body;"])
new File(summary, "com/acme/blog/Summaries.java").text = new File(basedir, "Summaries.java").text

// the Invoker would take a comma for the end of a goal
new File(basedir, "agreed.properties").text = "allowDestructive=post.summary,post.body\n"

// a database with rows that no migration made
def legacy = "jdbc:h2:file:" + new File(basedir, "legacy").path
new Driver().connect(legacy, new Properties()).withCloseable { connection ->
    connection.createStatement().execute('create table "post" ("id" varchar(255) primary key)')
}
new File(basedir, "legacy.properties").text = "modules.database.url=" + legacy + "\n"
return true
