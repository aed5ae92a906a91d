package com.acme.blog;

import io.ashlar.Module;
import io.ashlar.ModuleService;

@Module(name = "blog")
public class BlogModuleService extends ModuleService {}
