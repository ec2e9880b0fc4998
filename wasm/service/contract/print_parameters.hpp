// Prints the TypeScript of requests, `wasm/contract/operations.ts`. Only the tests use it.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "service/contract/print.hpp"
#include "service/contract/shape.hpp"
#include "service/operations.hpp"

namespace spreiding::service::contract {

class ParameterPrinter {
  public:
    /// @param answers  names that `answers.ts` has
    explicit ParameterPrinter(std::set<std::string> answers) : answers_(std::move(answers)) {}

    std::string operations(std::span<const AskedOperation> all) {
        std::string listed;
        for (const AskedOperation& each : all) {
            listed += Printer::comment(each.about.text, "  ");
            listed += "  readonly " + std::string(each.name) + ": {\n";
            listed += "    readonly parameters: " + type(*each.parameters, "    ") + ";\n";
            listed += "    readonly result: " + results(each.result.text) + ";\n  };\n";
        }
        return imports(from_answers_, "answers") + imports(from_common_, "common") + "\n" + text_ +
               "/** Everything that can be asked. */\nexport interface Operations {\n" + listed +
               "}\nexport type Operation = keyof Operations;\n";
    }

  private:
    using Shape = asked::Shape;
    using Kind = asked::Kind;

    static std::string imports(const std::set<std::string>& names, const std::string& file) {
        std::string text = "import type {\n";
        std::string line = "import type { ";
        for (const std::string& name : names) {
            text += "  " + name + ",\n";
            line += name + ", ";
        }
        const std::string end = "} from './" + file + ".ts';\n";
        line.erase(line.size() - 2);
        line += " " + end;
        return line.size() <= Printer::width + 1 ? line : text + end;
    }

    std::string results(std::string_view types) {
        std::string text(types);
        while (!types.empty()) {
            const std::size_t end = std::min(types.find(" | "), types.size());
            const std::string name(types.substr(0, end));
            (answers_.contains(name) ? from_answers_ : from_common_).insert(name);
            types.remove_prefix(std::min(end + 3, types.size()));
        }
        return text;
    }

    static std::string words(const Shape& shape) {
        std::string text;
        for (const std::string_view each : std::span(shape.words, shape.count)) {
            if (!text.empty()) text += " | ";
            text += each == "\t" ? "'\\t'" : "'" + std::string(each) + "'";
        }
        return text;
    }

    std::string either(const Shape& shape, const std::string& indent) {
        std::string text;
        for (const Shape* each : std::span(shape.shapes, shape.count))
            text += (text.empty() ? "" : " | ") + type(*each, indent);
        return text;
    }

    std::string members(const Shape& shape, const std::string& indent) {
        std::string text;
        for (const asked::Parameter& each : std::span(shape.members, shape.count)) {
            const bool is_there =
                each.may == asked::May::neither || each.may == asked::May::be_null;
            const bool may_be_null =
                each.may == asked::May::be_null || each.may == asked::May::be_both;
            text += Printer::comment(each.about.text, indent);
            text +=
                Printer::member(indent + "readonly " + each.name + (is_there ? ":" : "?:"),
                                type(*each.is, indent) + (may_be_null ? " | null" : ""), indent);
        }
        if (shape.kind == Kind::open_object)
            text += indent + "readonly [parameter: string]: unknown;\n";
        return text;
    }

    std::string declared(const Shape& shape) {
        const std::string name(shape.name.text);
        if (answers_.contains(name)) {
            from_answers_.insert(name);
        } else if (done_.insert(name).second) {
            std::string declaration = Printer::comment(shape.about.text, "");
            if (shape.kind == Kind::either) {
                declaration += "export type " + name + " = " + either(shape, "") + ";\n\n";
            } else {
                const std::string base =
                    shape.of == nullptr ? "" : " extends " + type(*shape.of, "");
                declaration +=
                    "export interface " + name + base + " {\n" + members(shape, "  ") + "}\n\n";
            }
            text_ += declaration;
        }
        return name;
    }

    std::string type(const Shape& shape, const std::string& indent) {
        switch (shape.kind) {
            case Kind::whole:
            case Kind::number:
                return "number";
            case Kind::flag:
                return "boolean";
            case Kind::nothing:
                return "null";
            case Kind::word:
                return shape.name.text.empty() ? words(shape) : declared(shape);
            case Kind::list:
                return "readonly " + Printer::item(type(*shape.of, indent)) + "[]";
            case Kind::by_word:
                from_answers_.insert(std::string(shape.name.text));
                return "{ readonly [name in " + std::string(shape.name.text) +
                       "]?: " + type(*shape.of, indent) + " }";
            case Kind::by_name:
                return "Readonly<Record<string, " + type(*shape.of, indent) + ">>";
            case Kind::notation:
            case Kind::object:
            case Kind::open_object:
            case Kind::either:
                if (!shape.name.text.empty()) return declared(shape);
                if (shape.kind == Kind::either) return either(shape, indent);
                if (shape.count == 0) return "Record<string, never>";
                return "{\n" + members(shape, indent + "  ") + indent + "}";
            default:
                return "string";
        }
    }

    std::set<std::string> answers_;
    std::set<std::string> done_;
    std::set<std::string> from_answers_;
    std::set<std::string> from_common_;
    std::string text_;
};

}  // namespace spreiding::service::contract
