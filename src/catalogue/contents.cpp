#include "catalogue/contents.hpp"

#include "base/suggest.hpp"
#include "catalogue/activation_reader.hpp"
#include "catalogue/toml_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace actlas::catalogue {
namespace {

/// A value in a file; its lines and columns are worked out only if there is something to say about it.
struct Place {
    const TomlSource* file = nullptr;
    const toml::node* node = nullptr;
    SourceSpan span() const { return file->span(node->source()); }
};

/// A word of a file that must name something, or must be the only one of its kind.
struct Mention {
    std::string id;
    Place where;
};

struct ReadFamily {
    Family family;
    std::int64_t order = 0;
};

struct ReadEntry {
    Activation activation;
    Place where; ///< of its id
    std::vector<Mention> relations;
    std::vector<Mention> frameworks;
};

struct ReadGroup {
    Group group;
    Place where;
    std::vector<Mention> members;
};

class ContentsReader {
public:
    Contents read(const std::vector<TomlSource>& files) {
        for (const TomlSource& file : files) {
            std::vector<Diagnostic> of_file;
            diagnostics_ = &of_file;
            read_file(file);
            per_file_.push_back(std::move(of_file));
            names_.push_back(file.file());
        }
        diagnostics_ = &across_files_;
        check_references();
        report();
        return take();
    }

private:
    void read_file(const TomlSource& file) {
        auto parsed = parse_toml(file, *diagnostics_);
        if (!parsed) return;
        const toml::table& root = roots_.emplace_back(std::move(*parsed));
        TableReader reader(root, file, *diagnostics_, "a catalogue file");
        const std::string family = read_family(reader);
        for (const toml::table* table : reader.tables("activation"))
            read_entry(*table, file, reader, family);
        for (const toml::table* table : reader.tables("framework"))
            read_framework(*table, file);
        for (const toml::table* table : reader.tables("group"))
            read_group(*table, file);
        reader.reject_unknown_keys();
    }

    /// The id of the family that the file defines or continues; "" if it says neither.
    std::string read_family(TableReader& reader) {
        const toml::node* node = reader.node("family");
        if (node == nullptr) return {};
        if (node->is_string()) {
            std::string id = reader.string("family").value_or("");
            if (!id.empty()) mentioned_families_.push_back({id, {&reader.source(), node}});
            return id;
        }
        const toml::table* table = reader.table("family");
        if (table == nullptr) return {};
        TableReader family(*table, reader.source(), *diagnostics_, "[family]");
        ReadFamily read;
        read.family.id = family.string("id", Presence::required).value_or("");
        read.order = family.integer("order", 0, 1'000'000, Presence::required).value_or(0);
        read.family.name = family.text("name", Translation::required, Presence::required).value_or(LocalizedText{});
        read.family.summary =
            family.text("summary", Translation::required, Presence::required).value_or(LocalizedText{});
        family.reject_unknown_keys();
        claim(family_ids_, "family", read.family.id, {&reader.source(), table->get("id")});
        families_.push_back(read);
        return read.family.id;
    }

    void read_entry(const toml::table& table, const TomlSource& file, TableReader& reader, const std::string& family) {
        if (!reader.has("family")) reader.error_at_node(table, "an activation needs a [family] in its file");
        auto activation = read_activation(table, file, ReadMode::catalogue, *diagnostics_);
        const auto id = table["id"].value<std::string>();
        if (id) claim(activation_ids_, "id", *id, {&file, table.get("id")});
        if (!activation) return;
        ReadEntry entry{std::move(*activation), {&file, table.get("id")}, {}, {}};
        entry.activation.family = family;
        entry.relations = mentions(table, "relations", "id", file);
        entry.frameworks = mentions(table, "frameworks", "framework", file);
        entries_.push_back(std::move(entry));
    }

    /// The strings under `key` of the tables of an array that has been read without a fault.
    static std::vector<Mention> mentions(const toml::table& table, std::string_view array, std::string_view key,
                                         const TomlSource& file) {
        std::vector<Mention> result;
        const auto* elements = table.get_as<toml::array>(array);
        if (elements == nullptr) return result;
        for (const toml::node& element : *elements) {
            const toml::node& node = *element.as_table()->get(key);
            result.push_back({node.as_string()->get(), {&file, &node}});
        }
        return result;
    }

    void read_framework(const toml::table& table, const TomlSource& file) {
        TableReader reader(table, file, *diagnostics_, "[[framework]]");
        Framework framework;
        framework.id = reader.string("id", Presence::required).value_or("");
        framework.name = reader.string("name", Presence::required).value_or("");
        framework.complete = reader.boolean("complete").value_or(false);
        reader.reject_unknown_keys();
        claim(framework_ids_, "framework", framework.id, {&file, table.get("id")});
        frameworks_.push_back(std::move(framework));
    }

    void read_group(const toml::table& table, const TomlSource& file) {
        TableReader reader(table, file, *diagnostics_, "[[group]]");
        ReadGroup read;
        read.group.id = reader.string("id", Presence::required).value_or("");
        read.group.members = reader.strings("members", Presence::required).value_or(std::vector<std::string>{});
        reader.reject_unknown_keys();
        read.where = {&file, table.get("id")};
        if (const auto* members = table.get_as<toml::array>("members")) {
            for (const toml::node& member : *members) {
                if (const auto* id = member.as_string()) read.members.push_back({id->get(), {&file, &member}});
            }
        }
        claim(group_ids_, "group", read.group.id, read.where);
        groups_.push_back(std::move(read));
    }

    /// Notes who uses an id first, and reports everybody after.
    void claim(std::map<std::string, Place>& taken, std::string_view what, const std::string& id, const Place& where) {
        if (id.empty()) return;
        const auto [first, is_new] = taken.emplace(id, where);
        if (!is_new) {
            error(fmt::format("the {} \"{}\" is taken already", what, id), where,
                  fmt::format("first used at {}:{}", first->second.file->file(),
                              first->second.node->source().begin.line));
        }
    }

    void check_references() {
        const auto family_ids = keys(family_ids_);
        const auto framework_ids = keys(framework_ids_);
        const auto activation_ids = keys(activation_ids_);
        for (const Mention& family : mentioned_families_)
            must_exist(family, "family", family_ids);
        for (const ReadEntry& entry : entries_) {
            for (const Mention& framework : entry.frameworks)
                must_exist(framework, "framework", framework_ids);
            for (const Mention& relation : entry.relations) {
                must_exist(relation, "activation", activation_ids);
                if (relation.id == entry.activation.id)
                    error("an activation cannot be related to itself", relation.where, {});
            }
            check_names(entry);
        }
        for (const ReadGroup& group : groups_) {
            for (const Mention& member : group.members)
                must_exist(member, "activation", activation_ids);
            if (group.group.id == "all" || family_ids_.contains(group.group.id) ||
                framework_ids_.contains(group.group.id))
                error(fmt::format("the group \"@{}\" exists without being written", group.group.id), group.where, {});
        }
    }

    /// Ids and names must lead to one activation each, however they are spelled. Aliases need not: papers have given
    /// one name to several functions.
    void check_names(const ReadEntry& entry) {
        const Activation& activation = entry.activation;
        const std::set<std::string> own{folded_name(activation.id), folded_name(activation.name)};
        for (const std::string& name : own) {
            const auto [first, is_new] = spoken_names_.emplace(name, activation.id);
            if (!is_new && first->second != activation.id) {
                error(fmt::format("\"{}\" answers to the name \"{}\", and so does \"{}\"", activation.id, name,
                                  first->second),
                      entry.where, {});
            }
        }
    }

    void must_exist(const Mention& mention, std::string_view what, const std::vector<std::string>& known) {
        if (std::find(known.begin(), known.end(), mention.id) == known.end())
            error(fmt::format("there is no {} \"{}\"", what, mention.id), mention.where,
                  did_you_mean(mention.id, known));
    }

    static std::vector<std::string> keys(const std::map<std::string, Place>& map) {
        std::vector<std::string> result;
        result.reserve(map.size());
        for (const auto& [id, where] : map)
            result.push_back(id);
        return result;
    }

    void error(std::string message, const Place& where, std::string hint) {
        diagnostics_->push_back({Diagnostic::Severity::error, std::move(message), where.span(), std::move(hint)});
    }

    /// All errors, file by file in the order given, by place within a file.
    void report() {
        for (Diagnostic& diagnostic : across_files_) {
            const auto file = std::find(names_.begin(), names_.end(), diagnostic.where->file);
            per_file_[static_cast<std::size_t>(file - names_.begin())].push_back(std::move(diagnostic));
        }
        std::vector<Diagnostic> all;
        for (std::vector<Diagnostic>& of_file : per_file_) {
            sort_by_place(of_file);
            std::move(of_file.begin(), of_file.end(), std::back_inserter(all));
        }
        if (!all.empty()) throw InputError(std::move(all));
    }

    Contents take() {
        std::stable_sort(families_.begin(), families_.end(),
                         [](const ReadFamily& a, const ReadFamily& b) { return a.order < b.order; });
        Contents contents;
        for (ReadFamily& read : families_) {
            for (ReadEntry& entry : entries_) {
                if (entry.activation.family == read.family.id)
                    contents.activations.push_back(std::move(entry.activation));
            }
            contents.families.push_back(std::move(read.family));
        }
        contents.frameworks = std::move(frameworks_);
        for (ReadGroup& read : groups_)
            contents.groups.push_back(std::move(read.group));
        return contents;
    }

    std::deque<toml::table> roots_;  ///< of the files; places point into them
    std::vector<std::string> names_; ///< of the files
    std::vector<std::vector<Diagnostic>> per_file_;
    std::vector<Diagnostic> across_files_;
    std::vector<Diagnostic>* diagnostics_ = nullptr;

    std::vector<ReadFamily> families_;
    std::vector<ReadEntry> entries_;
    std::vector<Framework> frameworks_;
    std::vector<ReadGroup> groups_;
    std::vector<Mention> mentioned_families_;
    std::map<std::string, Place> family_ids_;
    std::map<std::string, Place> activation_ids_;
    std::map<std::string, Place> framework_ids_;
    std::map<std::string, Place> group_ids_;
    std::map<std::string, std::string> spoken_names_; ///< folded name → id
};

} // namespace

Contents read_contents(const std::vector<TomlSource>& files) {
    return ContentsReader().read(files);
}

std::string folded_name(std::string_view name) {
    std::string result;
    for (const char c : name) {
        if (c == ' ' || c == '-' || c == '_') continue;
        result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return result;
}

} // namespace actlas::catalogue
