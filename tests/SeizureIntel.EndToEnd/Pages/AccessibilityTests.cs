using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using SeizureIntel.EndToEnd.Running;
using Xunit;

namespace SeizureIntel.EndToEnd.Pages;

/// <summary>What axe-core finds on every page, light and dark, narrow and wide; each look is kept as a picture below artifacts/screens.</summary>
public sealed class AccessibilityTests(Browsing browsing) : IClassFixture<Browsing>
{
    private const int Wide = 1366;
    private const int Narrow = 390;

    private static readonly string s_axe = new BundledAxeScriptProvider().GetScript();

    public static TheoryData<string> Pages => [.. EveryPage.Routes.Keys];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_serious_violation_in_any_look(string name)
    {
        string address = await EveryPage.AddressAsync(browsing.Served, name, TestContext.Current.CancellationToken);
        var found = new List<string>();
        foreach (ColorScheme scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            foreach (int width in new[] { Wide, Narrow })
            {
                string look = $"{(scheme == ColorScheme.Dark ? "dark" : "light")}-{(width == Wide ? "wide" : "narrow")}";
                await browsing.LookAsync(
                    browsing.Served,
                    width,
                    scheme,
                    async (page, problems) =>
                    {
                        await Browsing.WholeAsync(page, address);
                        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Picture($"{name}-{look}"), FullPage = true });
                        int overflow = await page.EvaluateAsync<int>(
                            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
                        );
                        if (overflow > 0)
                            found.Add($"{look}: {overflow} px wider than its window");
                        found.AddRange(problems.Select(p => $"{look}: {p}"));
                        found.AddRange((await ViolationsAsync(page)).Select(v => $"{look}: {v}"));
                    },
                    isSignedIn: name != "sign-in"
                );
            }
        }

        Assert.Empty(found);
    }

    [Fact]
    public async Task A_page_without_a_name_for_its_picture_and_pale_words_is_found()
    {
        await browsing.LookAsync(browsing.Served, Wide, ColorScheme.Light, async (page, _) =>
        {
            await page.SetContentAsync(
                "<html lang=en><title>t</title><main><h1>h</h1><img src='data:,'><p style='color:#ccc;background:#fff'>pale</p></main>"
            );
            string[] found = await ViolationsAsync(page);
            Assert.Contains(found, v => v.StartsWith("image-alt", StringComparison.Ordinal));
            Assert.Contains(found, v => v.StartsWith("color-contrast", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Every_page_is_looked_at()
    {
        string[] views = Directory.GetFiles(
            Path.Combine(Executable.Root, "dashboards", "SeizureIntel.Dashboards", "Pages"),
            "*.cshtml",
            SearchOption.AllDirectories
        );
        string[] routes =
        [
            .. views
                .Select(v => File.ReadLines(v).First())
                .Where(l => l.StartsWith("@page", StringComparison.Ordinal))
                .Select(l => l.Split('"')[1])
                // Sets a cookie and goes back.
                .Where(r => r != "/account/language"),
        ];
        Assert.Equal(routes.Order(StringComparer.Ordinal), EveryPage.Routes.Values.Order(StringComparer.Ordinal));
    }

    // Rule, what it is about, and the first places.
    private static async Task<string[]> ViolationsAsync(IPage page)
    {
        await page.EvaluateAsync(s_axe);
        JsonElement violations = await page.EvaluateAsync<JsonElement>(
            """
            async () => {
              const place = (node) => [...node.target, ...node.any.map((check) => check.message)].join(" ");
              const found = await axe.run(document, { resultTypes: ["violations"] });
              return found.violations
                .filter((v) => v.impact === "serious" || v.impact === "critical")
                .map((v) => `${v.id} (${v.help}): ${v.nodes.slice(0, 4).map(place).join(" | ")}`);
            }
            """
        );
        return [.. violations.EnumerateArray().Select(v => v.GetString()!)];
    }

    private static string Picture(string name) => Path.Combine(Executable.Root, "artifacts", "screens", name + ".png");
}
