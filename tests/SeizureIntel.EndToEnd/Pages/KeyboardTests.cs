using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.Playwright;
using SeizureIntel.EndToEnd.Running;
using Xunit;

namespace SeizureIntel.EndToEnd.Pages;

/// <summary>All by keyboard: everything is reached by Tab, where one is can be seen, and what opens closes again.</summary>
[Collection(nameof(DemoFolder))]
public sealed class KeyboardTests(Browsing browsing) : IClassFixture<Browsing>
{
    private const int Wide = 1366;
    private const int Narrow = 390;

    public static TheoryData<string> Pages => [.. EveryPage.Routes.Keys];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Tab_reaches_all_that_can_be_used_and_shows_where_one_is(string name)
    {
        string address = await EveryPage.AddressAsync(browsing.Served, name, TestContext.Current.CancellationToken);
        await browsing.LookAsync(
            browsing.Served,
            Wide,
            ColorScheme.Light,
            async (page, _) =>
            {
                await Browsing.WholeAsync(page, address);
                // Of radio buttons of one name Tab reaches one; the others are reached by arrows.
                int all = await page.EvaluateAsync<int>(
                    """
                    () => {
                      const usable = "a[href], button, input, select, textarea, summary, [tabindex]";
                      window.parts = [...document.querySelectorAll(usable)].filter((e) =>
                        !e.disabled && e.type !== "hidden" && e.type !== "radio" && e.tabIndex >= 0
                          && e.checkVisibility({ visibilityProperty: true }));
                      return window.parts.length;
                    }
                    """
                );
                Assert.True(all > 3, "Too few parts for this test to mean anything.");
                var reached = new HashSet<int>();
                var unseen = new HashSet<string>();
                // One more than there are, for the browser's own place between the last and the first.
                for (int i = 0; i < all + 10 && reached.Count < all; i++)
                {
                    await page.Keyboard.PressAsync("Tab");
                    JsonElement here = await page.EvaluateAsync<JsonElement>(
                        """
                        () => {
                          const at = document.activeElement, look = getComputedStyle(at);
                          const label = at.labels?.[0], beside = label && getComputedStyle(label.querySelector(".button") ?? label);
                          const seen = [look, beside].some((l) => l && l.outlineStyle !== "none" && parseFloat(l.outlineWidth) >= 2);
                          return [window.parts.indexOf(at), seen || at === document.body, at.outerHTML.slice(0, 160)];
                        }
                        """
                    );
                    if (here[0].GetInt32() is var index and >= 0)
                        reached.Add(index);
                    if (!here[1].GetBoolean())
                        unseen.Add(here[2].GetString()!);
                }

                string[] missed = await page.EvaluateAsync<string[]>(
                    "(reached) => window.parts.filter((_, i) => !reached.includes(i)).map((e) => e.outerHTML.slice(0, 160))",
                    reached.ToArray()
                );
                Assert.Empty(missed);
                Assert.Empty(unseen);
            },
            isSignedIn: name != "sign-in"
        );
    }

    [Fact]
    public async Task The_skip_link_leads_past_the_menus()
    {
        await WithAsync("/trends", Wide, async page =>
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.Equal("#content", await HereAsync(page, "at.getAttribute('href')"));
            await page.Keyboard.PressAsync("Enter");
            await page.Keyboard.PressAsync("Tab");
            Assert.Equal("true", await HereAsync(page, "String(document.querySelector('main').contains(at))"));
        });
    }

    [Fact]
    public async Task A_menu_opens_by_Enter_and_closes_by_Escape()
    {
        await WithAsync("/", Wide, async page =>
        {
            await page.Locator("#languages summary").FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await page.Keyboard.PressAsync("Tab");
            Assert.Equal("en", await HereAsync(page, "at.lang"));
            await page.Keyboard.PressAsync("Escape");
            Assert.Equal("SUMMARY", await HereAsync(page, "at.tagName"));
            Assert.False(await page.Locator("#languages .drop").IsVisibleAsync());
        });
    }

    [Fact]
    public async Task The_folded_menu_opens_by_the_space_bar_and_leads_on()
    {
        await WithAsync("/", Narrow, async page =>
        {
            ILocator pages = page.Locator("#nav");
            Assert.False(await pages.IsVisibleAsync());
            await page.Locator("#menu").FocusAsync();
            await page.Keyboard.PressAsync(" ");
            Assert.True(await pages.IsVisibleAsync());
            await page.Keyboard.PressAsync("Tab");
            Assert.Equal("true", await HereAsync(page, "String(document.querySelector('#nav').contains(at))"));
        });
    }

    [Fact]
    public async Task The_rows_of_a_table_are_walked_opened_and_closed()
    {
        await WithAsync("/search", Wide, async page =>
        {
            await page.Keyboard.PressAsync("j");
            await page.Keyboard.PressAsync("j");
            string second = await HereAsync(page, "at.getAttribute('href')");
            Assert.Equal(second, await page.Locator("[data-row] a.row").Nth(1).GetAttributeAsync("href"));
            await page.Keyboard.PressAsync("Enter");
            await page.Locator(".beside").WaitForAsync();
            await page.Keyboard.PressAsync("Escape");
            await page.Locator(".beside").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        });
    }

    [Fact]
    public async Task A_wide_table_is_moved_by_arrows()
    {
        await WithAsync("/search", Narrow, async page =>
        {
            ILocator table = page.Locator(".hits.scroll, .scroll:has(.hits), .scroll").First;
            await table.FocusAsync();
            for (int i = 0; i < 5; i++)
                await page.Keyboard.PressAsync("ArrowRight");
            await Task.Delay(300, TestContext.Current.CancellationToken);
            Assert.True(await table.EvaluateAsync<double>("t => t.scrollLeft") > 0, "The table did not move.");
        });
    }

    [Fact]
    public async Task The_help_keeps_the_keyboard_and_gives_it_back()
    {
        await WithAsync("/", Wide, async page =>
        {
            ILocator help = page.Locator("[data-help]");
            await help.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            for (int i = 0; i < 5; i++)
            {
                // Beside the dialog's own parts only the browser's bar is reached, which shows as the body.
                Assert.Equal("true", await HereAsync(page, "String(at === document.body || document.querySelector('#keys').contains(at))"));
                await page.Keyboard.PressAsync("Tab");
            }

            await page.Keyboard.PressAsync("Escape");
            Assert.False(await page.Locator("#keys").IsVisibleAsync());
            Assert.Equal("true", await HereAsync(page, "String(at.hasAttribute('data-help'))"));
        });
    }

    private static Task<string> HereAsync(IPage page, string what) =>
        page.EvaluateAsync<string>("() => { const at = document.activeElement; return " + what + "; }");

    private Task WithAsync(string address, int width, Func<IPage, Task> act) =>
        browsing.LookAsync(browsing.Served, width, ColorScheme.Light, async (page, _) =>
        {
            await Browsing.WholeAsync(page, address);
            await act(page);
        });
}
