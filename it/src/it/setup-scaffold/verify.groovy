def shop = new File(basedir, "shop")

assert new File(shop, ".gitignore").readLines() == ["target/", "data/"]
assert new File(shop, "app/src/main/java/com/acme/shop/Main.java").file
assert new File(shop, "app/target/modules").list().any { it.startsWith("shop-app-") }

def blog = new File(shop, "blog")
assert new File(blog, "pom.xml").text.contains("<artifactId>shop</artifactId>")
assert new File(blog, "src/main/java/module-info.java").text.contains("module com.acme.blog {")
assert new File(blog, "src/main/java/com/acme/blog/Post.java").file
assert new File(blog, "src/main/java/com/acme/blog/BlogModuleService.java").file
assert new File(blog, "src/test/java/com/acme/blog/BlogModuleServiceTest.java").file
assert new File(shop, "pom.xml").text.contains("<module>blog</module>")
assert new File(shop, "app/pom.xml").text.contains("<artifactId>blog</artifactId>")

assert !new File(shop, "Tag_X").exists()
assert !new File(blog, "src/main/resources").exists()

def log = new File(basedir, "build.log").text
assert log.contains("Property valid artifactId (lower-case letters, digits, single hyphens; such as blog or tag-x) is missing")
assert log.contains("Cannot generate migrations for unknown module 'blog'")
