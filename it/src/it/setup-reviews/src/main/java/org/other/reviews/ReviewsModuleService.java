package org.other.reviews;

import io.ashlar.Module;

@Module(
        name = "reviews",
        models = {Review.class})
public class ReviewsModuleService extends ReviewsModuleServiceBase {}
