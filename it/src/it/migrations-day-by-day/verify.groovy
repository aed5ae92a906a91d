import org.h2.Driver

def shop = new File(basedir, "shop")
def db = new File(shop, "blog/src/main/resources/META-INF/modules/blog/db")
def text = new File(basedir, "build.log").text

// the first two became one
def names = ["h2", "postgresql"].collect { new File(db, it).list().findAll { it.endsWith(".sql") }.sort() }
assert names[0] == names[1]
assert names[0].collect { it.replaceFirst(/\d{14}/, "") } == [
        "U__squash.sql", "U__summary_expand.sql", "U__summary_data.sql", "U__summary_contract.sql",
        "V__squash.sql", "V__summary_expand.sql", "V__summary_data.sql", "V__summary_contract.sql"]
assert text.contains("blog: the same as the many for h2")
assert text =~ /blog: h2: V\d{14}__squash\.sql from 2 migrations, postgresql: V\d{14}__squash\.sql from 2 migrations/
assert text.contains("Nothing to do: blog is up to date in jdbc:h2:file:")

// what was refused says what to type instead
assert text.contains("[ERROR] [required-without-default] Cannot add post.summary: it is required, and rows may exist")
assert text =~ /\[ERROR] \[drop-column] .*post\.body .*\(0 in the configured database\)/
assert text =~ /(?m)\[ERROR] +mend: .*-DdataStep writes a file for that/
assert text =~ /\[ERROR] \[rollback-loses-data] Undoing 'V\d{14}__summary_expand\.sql' of module 'blog' loses data: values of "post"\."summary"/
assert text.contains("agree with -DallowDestructive=post.summary")
assert text.contains("agree with -DallowDestructive=post.body")

// back and forth
["contract", "data", "expand"].each { assert text =~ /blog: undid V\d{14}__summary_${it}\.sql/ }
["expand", "data", "contract"].each { assert (text =~ /blog: ran V\d{14}__summary_${it}\.sql/).count == 2 }
assert text.contains("blog: models and migrations agree")
assert text.contains("  blog: 4 applied")
new Driver().connect("jdbc:h2:file:" + new File(shop, "data/shop").path, new Properties()).withCloseable { connection ->
    connection.createStatement().executeQuery('select "title", "summary", "mood" from "post"')
}

// the database that was there before
assert text =~ /blog: jdbc:h2:file:\S+legacy counts as migrated up to \d{14}/
assert text =~ /(?m)blog +\d{14} +summary contract +baseline/
return true
