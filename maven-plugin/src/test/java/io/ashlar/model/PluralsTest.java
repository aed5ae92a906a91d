package io.ashlar.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralsTest {

    @ParameterizedTest
    @CsvSource({
        "Post, Posts",
        "Box, Boxes",
        "Country, Countries",
        "Day, Days",
        "Knife, Knives",
        "Hero, Heroes",
        "Address, Addresses",
        "Person, People",
        "Child, Children",
        "Category, Categories",
        "Status, Statuses",
        "News, News",
        "Series, Series",
        "Sheep, Sheep",
        "Woman, Women",
        "Mouse, Mice",
        "Potato, Potatoes",
        "Photo, Photos",
        "Piano, Pianos",
        "Roof, Roofs",
        "Leaf, Leaves",
        "Quiz, Quizzes",
        "Bus, Buses",
        "Church, Churches",
        "Analysis, Analyses",
        "Criterion, Criteria",
        "Datum, Data",
        "Index, Indexes",
        "Invoice, Invoices",
        "Tax, Taxes",
        "Price, Prices",
        "Video, Videos",
        "Image, Images",
        "Cache, Caches",
        "Schema, Schemas",
        "Human, Humans",
        "User, Users",
        "Alias, Aliases",
        "Process, Processes",
        "Medium, Media",
        "Key, Keys",
        "Foot, Feet",
        "Tooth, Teeth",
        "Staff, Staff",
        "Currency, Currencies",
        "Company, Companies",
        "Shoe, Shoes",
        "Policy, Policies",
        "Formula, Formulas",
        "Virus, Viruses",
        "Campus, Campuses",
        "Menu, Menus",
        "Bonus, Bonuses",
        "Axis, Axes",
        "Class, Classes",
        "Patch, Patches",
        "Wish, Wishes",
        "Stock, Stocks",
        "Equipment, Equipment",
        "Information, Information"
    })
    void formsTheEnglishPlural(String singular, String plural) {
        assertThat(Plurals.of(singular)).isEqualTo(plural);
    }

    @ParameterizedTest
    @CsvSource({
        "BlogPost, BlogPosts",
        "SalesPerson, SalesPeople",
        "OrderLineItem, OrderLineItems",
        "PocketKnife, PocketKnives",
        "URL, URLs",
        "ShopURL, ShopURLs",
        "post, posts",
        "Post2, Post2s",
        "Blog_Post, Blog_Posts"
    })
    void formsItOfTheLastWord(String singular, String plural) {
        assertThat(Plurals.of(singular)).isEqualTo(plural);
    }
}
