package com.acme.desk;

import com.acme.ping.PingModuleService;
import io.ashlar.Application;
import org.other.reviews.Review;
import org.other.reviews.ReviewsModuleService;

public final class Main {

    private Main() {}

    public static void main(String[] args) {
        try (Application application = Application.start()) {
            ReviewsModuleService reviews = application.resolve(ReviewsModuleService.class);
            reviews.createReviews(new Review(5));
            System.out.println("reviews: " + reviews.listReviews().get(0).getStars());
            System.out.println("ping: " + application.resolve(PingModuleService.class).ping());
        }
    }
}
