// A file:line, what javac says, and no stack trace.
def line = new File(basedir, "shop/blog/src/main/java/com/acme/blog/Post.java").readLines().findIndexOf { it.contains("= 5") } + 1
def log = new File(basedir, "build.log").text
assert log =~ /Post\.java:\[?${line}/
assert log.contains("incompatible types: int cannot be converted to")
assert !log.contains("\tat ")
return true
