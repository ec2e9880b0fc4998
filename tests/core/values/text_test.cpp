#include "values/text.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace spreiding;

TEST_CASE("white space is taken off both ends, and no other byte") {
    for (const std::string blank : {"", " ", "\t", "\r\n", "\xC2\xA0", " \xC2\xA0\t \xC2\xA0"}) {
        for (const std::string bare : {"", "a", "a b", "\xC2", "\xA0", "Súdwest-Fryslân", "é"}) {
            CAPTURE(blank);
            CAPTURE(bare);
            CHECK(trimmed(blank + bare + blank) == bare);
            CHECK(blanks_around(blank + bare).before == blank.size());
        }
    }
    CHECK(trimmed("\xC2\xA0\xC2\xA0").empty());
    for (const std::string unseen : {"\xE2\x80\x8B", "\xE2\x80\x8E", "\xE2\x80\xAF", "\xE2\x80\x89",
                                     "\xE2\x81\xA0", "\xEF\xBB\xBF"}) {
        CHECK(trimmed(unseen + "12" + unseen) == "12");
        CHECK(trimmed(unseen + unseen).empty());
    }
    for (const std::string seen : {"\xE2\x80\x93", "\xE2\x82\xAC"})
        CHECK(trimmed(seen) == seen);
    CHECK(trimmed("\xA0 x \xC2") == "\xA0 x \xC2");
}

TEST_CASE("short texts are compared like all texts") {
    std::mt19937 random(1);
    for (std::size_t size = 0; size < 20; ++size) {
        for (int i = 0; i < 200; ++i) {
            std::string one;
            for (std::size_t at = 0; at < size; ++at)
                one += static_cast<char>(random());
            std::string other = one;
            REQUIRE(are_same(one, other));
            if (size == 0) continue;
            other[random() % size] ^= static_cast<char>(1U << random() % 8);
            REQUIRE_FALSE(are_same(one, other));
            REQUIRE_FALSE(are_same(one, other + "x"));
        }
    }
}
