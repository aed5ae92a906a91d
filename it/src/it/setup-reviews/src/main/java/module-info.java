module org.other.reviews {
    requires transitive io.ashlar.runtime;

    exports org.other.reviews;

    provides io.ashlar.ModuleService with
            org.other.reviews.ReviewsModuleService;
}
