using System;
using SeizureIntel.Reporting.Drawing;
using Xunit;

namespace SeizureIntel.Tests.Reporting.Drawing;

public sealed class SystemFontTests
{
    [Fact]
    public void A_sans_serif_is_taken_before_a_serif() =>
        Assert.Equal("DejaVu Sans", SystemFont.Choose(["DejaVu Math TeX Gyre", "DejaVu Serif", "DejaVu Sans", "DejaVu Sans Mono"]));

    [Fact]
    public void Any_font_is_better_than_none() => Assert.Equal("Padauk", SystemFont.Choose(["Padauk"]));

    [Fact]
    public void A_machine_without_fonts_is_told_which_package_brings_one() =>
        Assert.Contains(
            "apt-get install fonts-dejavu-core",
            Assert.Throws<InvalidOperationException>(() => SystemFont.Choose([])).Message,
            StringComparison.Ordinal
        );
}
