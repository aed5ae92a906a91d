package io.ashlar.service;

import java.io.StringWriter;
import java.util.Properties;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.runtime.RuntimeConstants;
import org.apache.velocity.runtime.resource.loader.ClasspathResourceLoader;
import org.apache.velocity.util.introspection.SecureUberspector;

/** A template, filled in with one record. Lays out only; anything unknown is an error. */
public enum Template {
    SERVICE("Service.vm", "service"),
    ATTRIBUTES("Attributes.vm", "attributes"),
    ENTITY("Entity.vm", "model"),
    KEY("Key.vm", "model");

    private static final VelocityEngine ENGINE = engine();

    private final String file;
    private final String variable;

    Template(String file, String variable) {
        this.file = file;
        this.variable = variable;
    }

    /** Returns the text, its lines ended as on Unix wherever it is made. */
    public String fill(Record model) {
        StringWriter text = new StringWriter();
        VelocityContext context = new VelocityContext();
        context.put(variable, model);
        ENGINE.getTemplate(path(), "UTF-8").merge(context, text);
        return text.toString().replace("\r\n", "\n");
    }

    /** Returns where the template is on the class path. */
    String path() {
        return Template.class.getPackageName().replace('.', '/') + "/" + file;
    }

    private static VelocityEngine engine() {
        Properties settings = new Properties();
        settings.setProperty(RuntimeConstants.RUNTIME_REFERENCES_STRICT, "true");
        settings.setProperty(RuntimeConstants.UBERSPECT_CLASSNAME, SecureUberspector.class.getName());
        settings.setProperty(RuntimeConstants.RESOURCE_LOADERS, "templates");
        settings.setProperty("resource.loader.templates.class", ClasspathResourceLoader.class.getName());
        settings.setProperty("resource.loader.templates.cache", "true");
        settings.setProperty(RuntimeConstants.VM_LIBRARY, "");
        return new VelocityEngine(settings);
    }
}
