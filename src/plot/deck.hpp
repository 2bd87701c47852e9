#pragma once

#include "plot/scene.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace actlas::plot {

/// What a document of several pages says of itself.
struct DeckInfo {
    std::string title;
    std::string subject;
    std::string language; ///< BCP 47
    /// An entry of the table of contents that viewers show.
    struct Entry {
        std::size_t page = 1; ///< counted from 1
        std::string title;
    };
    std::vector<Entry> contents;
};

/// The scenes as the pages of one PDF document, each of its own size, with metadata as render_pdf() writes them, text
/// that can be selected and fonts embedded. The same bytes for the same scenes. Throws std::invalid_argument for none.
std::string render_pdf_deck(const std::vector<const Scene*>& pages, const DeckInfo& info);

} // namespace actlas::plot
