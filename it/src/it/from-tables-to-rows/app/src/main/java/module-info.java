module com.acme.desk {
    requires com.acme.blog;
    requires org.other.reviews;
}
