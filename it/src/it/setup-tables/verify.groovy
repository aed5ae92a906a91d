def sources = new File(basedir, "blog/src/main/java/com/acme/blog")
assert new File(sources, "mine").list() == ["Author.java"]
assert new File(sources, "mine/Author.java").text.endsWith("class Author {}\n")
assert sources.list().sort() == ["Author.java", "BlogModuleService.java", "Post.java", "Seat.java", "SeatId.java", "mine"]
assert new File(sources, "Post.java").text.contains("private Author author;")

def log = new File(basedir, "build.log").text
assert log.contains("[pull-file-exists] Author is there already, and says otherwise than the table AUTHOR")
assert log.contains("blog: The table review is left out: a module has it already")
assert log.contains("name them in the module: @Module(models = {Author.class, Post.class, Seat.class})")
assert !log.contains("Differs from what db-generate creates")
return true
