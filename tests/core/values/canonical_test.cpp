#include "values/canonical.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

using namespace spreiding;
using canonical::Value;

TEST_CASE("names stand in the order of their UTF-16 units, as in the example of RFC 8785, 3.2.3") {
    const Value value = Value::object()
                            .with("\xE2\x82\xAC", Value::text("Euro Sign"))
                            .with("\r", Value::text("Carriage Return"))
                            .with("\xEF\xAC\xB3", Value::text("Hebrew Letter Dalet With Dagesh"))
                            .with("1", Value::text("One"))
                            .with("\xF0\x9F\x98\x80", Value::text("Emoji: Grinning Face"))
                            .with("\xC2\x80", Value::text("Control"))
                            .with("\xC3\xB6", Value::text("Latin Small Letter O With Diaeresis"));
    CHECK(canonical::to_text(value) ==
          "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\xC2\x80\":\"Control\","
          "\"\xC3\xB6\":\"Latin Small Letter O With Diaeresis\",\"\xE2\x82\xAC\":\"Euro Sign\","
          "\"\xF0\x9F\x98\x80\":\"Emoji: Grinning Face\","
          "\"\xEF\xAC\xB3\":\"Hebrew Letter Dalet With Dagesh\"}");
}

TEST_CASE("only what must be escaped is, and in the shortest way") {
    CHECK(canonical::to_text(Value::text("\xE2\x82\xAC$\x0F\nA'B\"\\\\\"/\x7F")) ==
          "\"\xE2\x82\xAC$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\x7F\"");
    CHECK(canonical::to_text(Value::text("\b\t\n\f\r\x1B")) == "\"\\b\\t\\n\\f\\r\\u001b\"");
}

TEST_CASE("a whole number that JavaScript would round is text") {
    const std::int64_t exact = 9'007'199'254'740'991;
    CHECK(canonical::to_text(Value::whole(exact)) == "9007199254740991");
    CHECK(canonical::to_text(Value::whole(-exact)) == "-9007199254740991");
    CHECK(canonical::to_text(Value::whole(exact + 1)) == "\"9007199254740992\"");
    CHECK(canonical::to_text(Value::whole(-exact - 1)) == "\"-9007199254740992\"");
    CHECK(canonical::to_text(Value::digits(power_of_ten(38))) ==
          "\"100000000000000000000000000000000000000\"");
}

TEST_CASE("nothing, flags, empty lists and objects") {
    Value list = Value::list();
    list.add(Value()).add(Value::flag(true)).add(Value::list()).add(Value::object());
    CHECK(canonical::to_text(list) == "[null,true,[],{}]");
}

TEST_CASE("a comparison names the place, however deep, and what is missing or too much") {
    const auto share = [](std::string_view text) {
        Value rows = Value::list();
        rows.add(Value::object().with("share", Value::text(text)));
        return Value::object().with("rows", rows);
    };
    CHECK(canonical::compare(share("1"), share("1")).count == 0);
    const auto found = canonical::compare(share("1"), share("2"));
    REQUIRE(found.list.size() == 1);
    CHECK(found.list[0].path == "rows[0].share");
    CHECK(found.list[0].claimed == "\"1\"");
    CHECK(found.list[0].should_be == "\"2\"");
    CHECK(canonical::compare(Value::object(), share("1")).list[0].claimed.empty());
    CHECK(canonical::compare(share("1"), Value::object()).list[0].should_be.empty());
    CHECK(canonical::compare(Value::whole(1), Value::text("1")).count == 1);
}

TEST_CASE("two objects of many members are compared in one walk") {
    Value one = Value::object();
    Value other = Value::object();
    constexpr int members = 200'000;
    for (int i = 0; i < members; ++i)
        one.with(std::to_string(i), Value::whole(i));
    for (int i = members; i-- > 0;)
        other.with(std::to_string(i), Value::whole(i == 77 ? -1 : i));
    const auto begin = std::chrono::steady_clock::now();
    const canonical::Differences differences = canonical::compare(one, other);
    CHECK(differences.count == 1);
    CHECK(differences.list[0].path == "77");
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
}
