## Packs
make-count = { $count ->
    [0] Make packs
    [one] Make { $count } pack
   *[other] Make { $count } packs
}
show-in-folder = Show in folder
save-pack = Save as
print = Print
pack-holds = Sections
pack-saved = Saved to { $path }
choose-all = Choose all
chosen-of = { $chosen } of { $total }
include = Include { $name }
made-pages = { $count ->
    [one] made, { $count } page
   *[other] made, { $count } pages
}
on-page = page { $page }
making = Making { $at } of { $total }
packs-made = Packs made
preview = Preview
preview-fault = This pack cannot be shown. Make it again.
preview-none = A pack shows here once it is made.
page-of = { $page } of { $pages }
page-wide = Page width
page-whole = Whole page
page-before = Previous page
page-after = Next page
page-image = Page { $page } of the pack of { $name }
