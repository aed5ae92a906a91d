module com.acme.desk {
    requires com.acme.ping;
    requires org.other.reviews;
}
