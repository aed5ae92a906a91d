package com.acme.blog;

import io.ashlar.Module;

@Module(
        name = "blog",
        models = {Author.class, Post.class, Seat.class})
public class BlogModuleService extends BlogModuleServiceBase {}
