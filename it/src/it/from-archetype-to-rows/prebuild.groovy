import io.ashlar.databases.TestDatabases
import org.codehaus.plexus.util.FileUtils

def shop = new File(basedir, "shop")
FileUtils.copyDirectoryStructure(new File(basedir, "../setup-scaffold/shop"), shop)

def pom = new File(shop, "pom.xml")
pom.text = pom.text.replaceFirst("<modules>(\\s*)<!--", "<modules>\$1<module><resolve>blog</resolve></module>\$1<!--")
assert pom.text.contains("<resolve>blog</resolve></module>\n            <!--")

new File(shop, "app/src/main/java/com/acme/shop/Main.java").text = new File(basedir, "Main.java").text
def info = new File(shop, "app/src/main/java/module-info.java")
info.text = info.text.replace("requires io.ashlar.runtime;", "requires io.ashlar.runtime;\n    requires com.acme.blog;")

def database = TestDatabases.fresh("postgresql") // runs until this Maven ends
def properties = new Properties()
properties["modules.database.url"] = database.url()
properties["modules.database.user"] = database.user()
properties["modules.database.password"] = database.password()
new File(basedir, "postgresql.properties").withOutputStream { properties.store(it, null) }
return true
