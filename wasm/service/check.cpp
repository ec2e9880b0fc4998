// Walks over a request and its description at once; one walk for every operation.
#include "service/check.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <span>
#include <string_view>
#include <utility>

#include "province/targets.hpp"
#include "service/response.hpp"
#include "tables/municipality_names.hpp"
#include "values/calendar_date.hpp"

namespace spreiding::service {
namespace {

using asked::Kind;
using asked::Parameter;
using asked::Shape;

// Where something stands; made a text only when it is wrong.
struct Place {
    const Place* in;
    std::string_view name;
    std::size_t at = 0;

    std::string text() const {
        if (in == nullptr) return std::string(name);
        std::string path = in->text();
        if (name.empty()) return path + '[' + to_text(static_cast<std::int64_t>(at)) + ']';
        if (!path.empty()) path += '.';
        return path.append(name);
    }
};

class Check {
  public:
    explicit Check(bool is_old) : is_old_(is_old) {}

    bool value(const Json& given, const Shape& shape, const Place& place) {
        switch (shape.kind) {
            case Kind::text:
                return demand(given.is_string(), place);
            case Kind::day:
                return demand(given.is_string() && read_date(text_of(given)), place);
            case Kind::half_year:
                return demand(given.is_string() && read_half_year(text_of(given)), place);
            case Kind::code:
                return demand(given.is_string() && read_code(text_of(given)), place);
            case Kind::flag:
                return demand(given.is_boolean(), place);
            case Kind::nothing:
                return demand(given.is_null(), place);
            case Kind::number:
                return given.is_number_float() || whole(given, shape, place);
            case Kind::whole:
                return whole(given, shape, place);
            case Kind::word:
                return demand(given.is_string() && has_word(shape, text_of(given)), place);
            case Kind::notation:
                return demand(notation_of(given).has_value(), place);
            case Kind::list:
                return list(given, shape, place);
            case Kind::either:
                return value(given, fitting(given, shape), place);
            default:
                return demand(given.is_object(), place) && object(given, shape, place);
        }
    }

    std::optional<Wrong> wrong;

  private:
    static const std::string& text_of(const Json& given) {
        return given.get_ref<const std::string&>();
    }

    bool fail(std::string_view code, std::string about, std::string nearest = {}) {
        wrong = {{code, std::move(about)}, std::move(nearest)};
        return false;
    }

    bool demand(bool is_right, const Place& place) {
        return is_right || fail("parameter_invalid", place.text());
    }

    static bool has_word(const Shape& shape, std::string_view word) {
        return std::find(shape.words, shape.words + shape.count, word) != shape.words + shape.count;
    }

    bool whole(const Json& given, const Shape& shape, const Place& place) {
        const auto value = whole_of(given);
        if (!value) return demand(false, place);
        const bool is_bounded = shape.least != 0 || shape.most != 0;
        if (!is_bounded || (*value >= shape.least && *value <= std::int64_t{shape.most}))
            return true;
        return fail("parameter_invalid", with_bounds(place.text(), shape.least, shape.most));
    }

    bool list(const Json& given, const Shape& shape, const Place& place) {
        if (!given.is_array()) return demand(false, place);
        if (given.size() > shape.most) {
            const std::string length = to_text(static_cast<std::int64_t>(shape.most));
            return fail("parameter_invalid", place.text() + " (≤ " + length + ')');
        }
        std::size_t at = 0;
        return std::all_of(given.begin(), given.end(), [&](const Json& item) {
            return value(item, *shape.of, {&place, {}, at++});
        });
    }

    // Which of some shapes is meant: the one whose type it has, and a member that it needs; else
    // the first.
    static const Shape& fitting(const Json& given, const Shape& shape) {
        const auto fits = [&](const Shape* one) {
            if (one->kind == Kind::flag) return given.is_boolean();
            if (one->kind == Kind::text) return given.is_string();
            if (one->kind == Kind::nothing) return given.is_null();
            return std::any_of(one->members, one->members + one->count, [&](const Parameter& each) {
                return each.is_needed() && given.is_object() && given.contains(each.name);
            });
        };
        const auto* end = shape.shapes + shape.count;
        const auto* found = std::find_if(shape.shapes, end, fits);
        return **(found == end ? shape.shapes : found);
    }

    bool object(const Json& given, const Shape& shape, const Place& place) {
        for (auto each = given.begin(); each != given.end(); ++each) {
            const Place member{&place, each.key()};
            const Shape* is = shape_of(shape, each.key());
            if (is == nullptr) {
                const bool is_open = shape.kind == Kind::open_object;
                if (is_open || (is_old_ && shape.kind == Kind::object)) continue;
                return fail("parameter_unknown", member.text(), nearest(shape, each.key()));
            }
            const bool is_left_out = each->is_null() && shape.kind != Kind::by_name;
            if (!is_left_out && !value(*each, *is, member)) return false;
        }
        for (const Shape* part = &shape; part != nullptr && part->members != nullptr;
             part = part->of) {
            for (const Parameter& each : members_of(*part)) {
                if (!each.is_needed()) continue;
                const auto found = given.find(each.name);
                if (found == given.end() || found->is_null())
                    return fail("parameter_missing", Place{&place, each.name}.text());
            }
        }
        return true;
    }

    static std::span<const Parameter> members_of(const Shape& shape) {
        return {shape.members, shape.count};
    }

    static const Shape* shape_of(const Shape& shape, std::string_view name) {
        if (shape.kind == Kind::by_name) return shape.of;
        if (shape.kind == Kind::by_word) return has_word(shape, name) ? shape.of : nullptr;
        for (const Shape* part = &shape; part != nullptr; part = part->of) {
            for (const Parameter& each : members_of(*part)) {
                if (each.name == name) return each.is;
            }
        }
        return nullptr;
    }

    static std::string nearest(const Shape& shape, std::string_view typed) {
        constexpr std::size_t longest = 100;  // longer is no name, and would take long to compare
        const std::string_view name = typed.substr(0, longest);
        std::size_t least = longest;
        std::string_view known;
        const auto look_at = [&](std::string_view each) {
            const std::size_t letters = letters_to_change(name, each, false);
            if (letters >= least) return;
            least = letters;
            known = each;
        };
        if (shape.kind == Kind::by_word)
            std::for_each(shape.words, shape.words + shape.count, look_at);
        for (const Shape* part = &shape; part != nullptr && part->members != nullptr;
             part = part->of) {
            for (const Parameter& each : members_of(*part))
                look_at(each.name);
        }
        return std::string(known);
    }

    bool is_old_;
};

}  // namespace

std::optional<Wrong> check(const Json& given, const Shape& shape, std::string path, bool is_old) {
    Check check(is_old);
    check.value(given, shape, {nullptr, path});
    return std::move(check.wrong);
}

Response refusal_of(const Wrong& wrong) {
    Findings findings;
    if (wrong.error.code == "parameter_unknown") {
        findings.add({.code = FindingCode::parameter_unknown,
                      .raw = wrong.error.about,
                      .about = wrong.nearest});
    }
    return refuse(wrong.error, findings);
}

}  // namespace spreiding::service
