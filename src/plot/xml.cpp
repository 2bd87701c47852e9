#include "plot/xml.hpp"

#include <stdexcept>

namespace actlas::plot {
namespace {

class Parser {
public:
    explicit Parser(std::string_view text) : text_(text) {}

    XmlElement document() {
        skip_blanks();
        if (text_.substr(at_, 2) == "<?") at_ = find("?>") + 2;
        skip_blanks();
        return element();
    }

private:
    [[noreturn]] static void fail() { throw std::runtime_error("Cairo wrote an SVG document of an unknown form"); }

    std::size_t find(std::string_view what) const {
        const auto found = text_.find(what, at_);
        if (found == std::string_view::npos) fail();
        return found;
    }
    char peek() const {
        if (at_ >= text_.size()) fail();
        return text_[at_];
    }
    void expect(char c) {
        if (peek() != c) fail();
        ++at_;
    }
    void skip_blanks() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n'))
            ++at_;
    }
    std::string word() {
        const auto end = text_.find_first_of(" \n=/>", at_);
        if (end == std::string_view::npos || end == at_) fail();
        std::string result(text_.substr(at_, end - at_));
        at_ = end;
        return result;
    }

    XmlElement element() {
        expect('<');
        XmlElement result;
        result.name = word();
        for (skip_blanks(); peek() != '>' && peek() != '/'; skip_blanks()) {
            std::string key = word();
            expect('=');
            expect('"');
            const auto end = find("\"");
            result.attributes.emplace_back(std::move(key), std::string(text_.substr(at_, end - at_)));
            at_ = end + 1;
        }
        if (peek() == '/') {
            ++at_;
            expect('>');
            return result;
        }
        ++at_;
        for (skip_blanks(); text_.substr(at_, 2) != "</"; skip_blanks())
            result.children.push_back(element());
        at_ = find(">") + 1;
        return result;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

} // namespace

std::string_view XmlElement::attribute(std::string_view key) const {
    for (const auto& [name_, value] : attributes) {
        if (name_ == key) return value;
    }
    return {};
}

XmlElement parse_xml(std::string_view text) {
    return Parser(text).document();
}

std::string escape_xml(std::string_view text) {
    std::string result;
    for (const char c : text) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        default:
            if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') result += c;
        }
    }
    return result;
}

} // namespace actlas::plot
