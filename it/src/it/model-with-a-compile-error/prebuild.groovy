import org.codehaus.plexus.util.FileUtils

def shop = new File(basedir, "shop")
FileUtils.copyDirectoryStructure(new File(basedir, "../setup-scaffold/shop"), shop)
def model = new File(shop, "blog/src/main/java/com/acme/blog/Post.java")
model.text = model.text.replace("private String body;", "private String body = 5;")
return true
