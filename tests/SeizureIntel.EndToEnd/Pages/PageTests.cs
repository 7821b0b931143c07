using System;
using System.Globalization;
using System.IO;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.Playwright;
using SeizureIntel.EndToEnd.Running;
using Xunit;

namespace SeizureIntel.EndToEnd.Pages;

[Collection(nameof(DemoFolder))]
public sealed class PageTests(Browsing browsing) : IClassFixture<Browsing>
{
    [Theory]
    [InlineData("overview-wide", 1280, ColorScheme.Light)]
    [InlineData("overview-narrow", 390, ColorScheme.Light)]
    [InlineData("overview-dark", 1280, ColorScheme.Dark)]
    public async Task The_overview_draws_its_charts_and_asks_nobody_else(string name, int width, ColorScheme scheme)
    {
        await browsing.LookAsync(browsing.Served, width, scheme, async (page, problems) =>
        {
            await Browsing.WholeAsync(page, "/");
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Picture(name), FullPage = true });
            Assert.Equal("Overview", await page.Locator("h1").InnerTextAsync());
            Assert.True(await page.Locator(".drawing svg").CountAsync() >= 2, "Fewer than two charts were drawn.");
            int overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(overflow <= 0, $"The page is {overflow} px wider than its window.");
            Assert.Empty(problems);
        });
    }

    [Theory]
    [InlineData("trends", 1280, ColorScheme.Light, true)]
    [InlineData("routes", 1280, ColorScheme.Dark, true)]
    [InlineData("routes", 390, ColorScheme.Light, true)]
    [InlineData("concealment", 390, ColorScheme.Light, true)]
    [InlineData("coverage", 1280, ColorScheme.Light, true)]
    [InlineData("small-arms", 1280, ColorScheme.Light, true)]
    public async Task A_study_tells_its_stories_and_draws_its_charts(string study, int width, ColorScheme scheme, bool draws)
    {
        await browsing.LookAsync(browsing.Served, width, scheme, async (page, problems) =>
        {
            await Browsing.WholeAsync(page, "/" + study);
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Picture($"{study}-{width}"), FullPage = true });
            Assert.True(await page.Locator("#stories li h3").CountAsync() > 0, "No story is told.");
            int drawings = await page.Locator(".drawing").CountAsync();
            Assert.Equal(draws, drawings > 0);
            Assert.Equal(drawings, await page.Locator(".drawing svg").CountAsync());
            int overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(overflow <= 0, $"The page is {overflow} px wider than its window.");
            Assert.Empty(problems);
        });
    }

    [Fact]
    public async Task A_band_of_whole_routes_says_its_ends_and_its_seizures()
    {
        await browsing.LookAsync(browsing.Served, 1280, ColorScheme.Light, async (page, problems) =>
        {
            await Browsing.WholeAsync(page, "/routes?show=H01");
            ILocator drawing = page.Locator("#chart-paths-H01");
            string before = await drawing.TextContentAsync() ?? "";
            // A point within the first band, whatever its course.
            float[] point = await page.EvaluateAsync<float[]>(
                """
                () => {
                  const place = document.getElementById("chart-paths-H01"), svg = place.querySelector("svg");
                  place.scrollIntoView({ block: "center" });
                  for (const band of svg.querySelectorAll('path[fill-opacity="0.4"]')) {
                    const box = band.getBBox(), to = band.getScreenCTM();
                    for (let i = 1; i < 40; i++) {
                      const at = new DOMPoint(box.x + box.width / 4, box.y + (box.height * i) / 40);
                      if (!band.isPointInFill(at)) continue;
                      const seen = at.matrixTransform(to);
                      return [seen.x, seen.y];
                    }
                  }
                  return [];
                }
                """
            );
            Assert.Equal(2, point.Length);
            await page.Mouse.MoveAsync(point[0], point[1]);
            // The pages' policy forbids the script by which one would wait for it.
            for (int i = 0; i < 100 && !(await drawing.TextContentAsync() ?? "").Contains('→', StringComparison.Ordinal); i++)
                await Task.Delay(50, TestContext.Current.CancellationToken);
            Assert.DoesNotContain("→", before, StringComparison.Ordinal);
            Assert.Matches(@"\w+ → \w.*: \d+", await drawing.TextContentAsync() ?? "");
            Assert.Empty(problems);
        });
    }

    [Fact]
    public async Task Charts_write_numbers_in_the_language_of_the_page()
    {
        await browsing.LookAsync(browsing.Served, 1280, ColorScheme.Light, async (page, problems) =>
        {
            Uri here = browsing.Served.Address;
            await page.Context.AddCookiesAsync([
                new Cookie
                {
                    Name = "lang",
                    Value = "fr",
                    Url = here.ToString(),
                },
            ]);
            await Browsing.WholeAsync(page, "/trends");
            string written = await page.EvaluateAsync<string>(
                """
                () => [...document.querySelectorAll(".drawing")]
                  .flatMap((place) => echarts.getInstanceByDom(place).getOption().yAxis)
                  .find((axis) => axis?.type === "value").axisLabel.formatter(1234.5)
                """
            );
            // A narrow space that does not break, and a comma.
            Assert.Equal("1\u202f234,5", written);
            Assert.Empty(problems);
        });
    }

    [Fact]
    public async Task A_figure_leads_to_as_many_records_as_it_says()
    {
        await browsing.LookAsync(browsing.Served, 1280, ColorScheme.Light, async (page, _) =>
        {
            await Browsing.WholeAsync(page, "/");
            ILocator figure = page.Locator(".cards a.figure").First;
            string shown = (await figure.InnerTextAsync()).Replace(",", "", StringComparison.Ordinal);
            IAPIResponse response = await page.APIRequest.GetAsync(
                new Uri(browsing.Served.Address, "/api/v1" + await figure.GetAttributeAsync("href")).ToString()
            );
            JsonElement found = (await response.JsonAsync()).GetValueOrDefault();
            Assert.Equal(shown, found.GetProperty("total").GetProperty("seizures").GetInt32().ToString(CultureInfo.InvariantCulture));
        });
    }

    [Fact]
    public async Task A_region_that_does_not_exist_is_answered_with_the_nearest_names()
    {
        await browsing.LookAsync(browsing.Served, 1280, ColorScheme.Light, async (page, _) =>
        {
            await page.GotoAsync("/?region=Wester+Europe");
            Assert.Contains("Western Europe", await page.Locator("[role=alert]").InnerTextAsync(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task The_bulletin_of_the_demo_opens_from_the_list()
    {
        await browsing.LookAsync(browsing.Served, 1280, ColorScheme.Light, async (page, problems) =>
        {
            await page.GotoAsync("/bulletins");
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Picture("bulletins") });
            await page.Locator("tbody a").First.ClickAsync();
            Assert.Contains("TLP:AMBER", await page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
            Assert.Empty(problems);
        });
    }

    [Fact]
    public async Task The_keyboard_reaches_the_content_first()
    {
        await browsing.LookAsync(browsing.Served, 1280, ColorScheme.Light, async (page, _) =>
        {
            await page.GotoAsync("/");
            await page.Keyboard.PressAsync("Tab");
            Assert.Equal("#content", await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
        });
    }

    [Fact]
    public async Task Without_submissions_the_page_says_how_to_begin()
    {
        string folder = Directory.CreateTempSubdirectory("seizureintel-empty-").FullName;
        await using (Served served = await Served.StartAsync(Executable.Product, folder, TestContext.Current.CancellationToken))
        {
            await browsing.LookAsync(served, 1280, ColorScheme.Light, async (page, problems) =>
            {
                await Browsing.WholeAsync(page, "/");
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Picture("overview-empty") });
                Assert.Contains("No submissions yet", await page.Locator(".empty").InnerTextAsync(), StringComparison.Ordinal);
                Assert.Empty(problems);
            });
        }

        Directory.Delete(folder, recursive: true);
    }

    private static string Picture(string name) => Path.Combine(Executable.Root, "artifacts", "screenshots", name + ".png");
}
