package com.acme.blog;

import io.ashlar.Module;

/** The blog's door; all its methods are generated. */
@Module(
        name = "blog",
        models = {Post.class, Author.class})
public class BlogModuleService extends BlogModuleServiceBase {}
