// The inputs at which number formats fail, one lane for each format.

#include "figure/limitation.hpp"
#include "figure/precision_map.hpp"

namespace actlas::figure::limitation {

void precision(Page& page) {
    const auto& profile = page.context.profile;
    const plot::Box box{profile.page_margin + profile.px(map_names), page.top + page.px(6),
                        page.scene.width - profile.page_margin, page.bottom - page.px(26)};
    const bool textbook = page.finding.kind == "textbook_trouble";
    MapLanes lanes;
    lanes.slope = !textbook;
    lanes.textbook = textbook;
    lanes.least_bits = 16;
    draw_precision_map(page.scene, box, page.study.precision, page.context, lanes);
}

} // namespace actlas::figure::limitation
