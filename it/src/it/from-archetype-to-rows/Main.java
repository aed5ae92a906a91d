package com.acme.shop;

import com.acme.blog.BlogModuleService;
import com.acme.blog.Post;
import com.acme.blog._Post;
import io.ashlar.Application;

/** Creates, updates, lists and deletes posts. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        try (Application application = Application.start()) {
            BlogModuleService blog = application.resolve(BlogModuleService.class);

            Post hello = blog.createPosts(new Post("Hello"));
            Post draft = blog.createPosts(new Post("Draft"));
            print("created", blog);

            blog.updatePosts(hello.getId(), _Post.title.set("Hello, world"), _Post.status.set(Post.Status.PUBLISHED));
            print("updated", blog);

            blog.deletePosts(draft.getId());
            print("deleted", blog);
        }
    }

    private static void print(String what, BlogModuleService blog) {
        for (Post post : blog.listPosts()) {
            System.out.println(what + ": " + post.getStatus() + " " + post.getTitle());
        }
    }
}
