CREATE TABLE "review" (
  "id" varchar(255) NOT NULL,
  "stars" integer NOT NULL,
  "created_at" timestamp(9) with time zone NOT NULL,
  "updated_at" timestamp(9) with time zone NOT NULL,
  "deleted_at" timestamp(9) with time zone,
  PRIMARY KEY ("id")
);
