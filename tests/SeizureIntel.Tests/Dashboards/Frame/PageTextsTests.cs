using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Tests.Architecture;
using Xunit;

namespace SeizureIntel.Tests.Dashboards.Frame;

public sealed partial class PageTextsTests
{
    [Fact]
    public void Every_text_that_a_page_names_is_there_and_every_text_is_named()
    {
        string[] files = [.. House.Files.Where(f => f.StartsWith("dashboards/", System.StringComparison.Ordinal) && IsMarkupOrCode(f))];
        HashSet<string> named =
        [
            .. files.SelectMany(f => Name().Matches(File.ReadAllText(Path.Combine(House.Root, f)))).Select(m => m.Groups[1].Value),
        ];
        Assert.Equal(PageTexts.Names, named.Where(PageTexts.Names.Contains).Order(System.StringComparer.Ordinal));
        Assert.Empty(
            files
                .SelectMany(f => Asked().Matches(File.ReadAllText(Path.Combine(House.Root, f))))
                .Select(m => m.Groups[1].Value)
                .Except(PageTexts.Names)
        );
    }

    [Fact]
    public void A_text_that_is_not_there_is_a_mistake_of_the_page() =>
        Assert.Throws<System.ArgumentException>(() => PageTexts.English["no.such.text"]);

    private static bool IsMarkupOrCode(string file) =>
        file.EndsWith(".cshtml", System.StringComparison.Ordinal) || file.EndsWith(".cs", System.StringComparison.Ordinal);

    // Anything that looks like a name, as choices between texts stand within an index.
    [GeneratedRegex("\"([a-z][A-Za-z]*\\.[A-Za-z.]+)\"")]
    private static partial Regex Name();

    [GeneratedRegex("\\bT\\[\"([^\"]+)\"")]
    private static partial Regex Asked();
}
