module com.acme.blog {
    requires transitive io.ashlar.runtime;

    exports com.acme.blog;

    provides io.ashlar.ModuleService with
            com.acme.blog.BlogModuleService;
}
