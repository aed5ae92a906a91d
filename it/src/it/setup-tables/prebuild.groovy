import org.codehaus.plexus.util.FileUtils

FileUtils.copyDirectoryStructure(new File(basedir, "../../../src/it/setup-reviews/src"), new File(basedir, "reviews/src"))

def mine = new File(basedir, "blog/src/main/java/com/acme/blog/mine/Author.java")
mine.parentFile.mkdirs()
mine.text = "package com.acme.blog.mine;\n\nclass Author {}\n"

def data = new File(basedir, "data/desk").absolutePath
new org.h2.Driver().connect("jdbc:h2:file:" + data, new Properties()).withCloseable {
    it.createStatement().execute(new File(basedir, "tables.sql").text)
}
return true
