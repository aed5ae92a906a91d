package com.acme.desk;

import com.acme.blog.Author;
import com.acme.blog.BlogModuleService;
import com.acme.blog.Post;
import com.acme.blog.Seat;
import com.acme.blog._Post;
import io.ashlar.Application;
import io.ashlar.query.Find;

public final class Main {

    private Main() {}

    public static void main(String[] args) {
        try (Application application = Application.start()) {
            BlogModuleService blog = application.resolve(BlogModuleService.class);

            Author anna = blog.listAuthors().get(0);
            Post post = new Post();
            post.setAuthor(anna);
            post.setTitle("Hello");
            blog.createPosts(post);
            Post stored = blog.listPosts(Find.all().relations(_Post.author)).get(0);
            System.out.println("post: " + stored.getTitle() + " by " + stored.getAuthor().getName());

            Seat seat = new Seat();
            seat.setRoom(7);
            seat.setArea(1);
            blog.createSeats(seat);
            Seat free = blog.listSeats().get(0);
            System.out.println("seat: " + free.getRoom() + "/" + free.getArea() + " " + free.getGuest());
        }
    }
}
