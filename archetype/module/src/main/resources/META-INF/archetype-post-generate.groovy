// Runs after the files are written: lets the application start the module, and says what to do next.

def folder = new File(request.outputDirectory)
def parent = new File(folder, "pom.xml")
def app = new File(folder, "app/pom.xml")

if (!parent.exists()) {
    throw new IllegalStateException("""[no-application] ${request.artifactId} has no parent
  where: ${new File(folder, request.artifactId)}
  mend:  delete it, and run this command in the folder of an application's pom.xml""")
}

// The archetype plugin writes the parent's <project> on the line of the XML declaration.
parent.text = parent.text.replaceFirst(/\?><project/, "?>\n<project")

def dependency = """    <dependency>
      <groupId>${request.groupId}</groupId>
      <artifactId>${request.artifactId}</artifactId>
      <version>\${project.version}</version>
    </dependency>
"""
def end = "  </dependencies>"
if (app.exists() && app.text.contains(end) && !app.text.contains("<artifactId>${request.artifactId}</artifactId>")) {
    app.text = app.text.replaceFirst(end, java.util.regex.Matcher.quoteReplacement(dependency + end))
    println "Added ${request.artifactId} to the dependencies of app"
}

println """
Next:
  1. Register the module in pom.xml, in the <modules> of modules-maven-plugin:
       <module><resolve>${request.artifactId}</resolve></module>
  2. Write its first migration:  mvn modules:db-generate -Dmodule=${request.artifactId}
  3. Run it:                     mvn modules:db-migrate
To name its types in the application, add to app's module-info.java:
       requires ${request.properties["package"]};
"""
