using System;
using System.Collections.Concurrent;
using System.IO;
using System.Threading.Tasks;
using Microsoft.Playwright;
using SeizureIntel.EndToEnd.Running;
using Xunit;

namespace SeizureIntel.EndToEnd.Pages;

/// <summary>One server of the demo and one browser for all tests of the pages; each test opens a page of its own.</summary>
public sealed class Browsing(DemoFolder demo) : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Served? _served;

    /// <summary>The server of the demo's pages.</summary>
    public Served Served => _served!;

    /// <summary>The browser; skips the test where there is none.</summary>
    public IBrowser Browser
    {
        get
        {
            Assert.SkipWhen(_browser is null, $"Skipped: no {Chromium}; ./.ci/install chromium installs it.");
            return _browser;
        }
    }

    public async ValueTask InitializeAsync()
    {
        _served = await Served.StartAsync(Executable.Product, demo.Data, TestContext.Current.CancellationToken);
        if (!File.Exists(Chromium))
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = ["--no-sandbox"] }
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_served is not null)
            await _served.DisposeAsync();
    }

    /// <summary>Opens a page of its own and looks at it.</summary>
    /// <param name="served">The server.</param>
    /// <param name="width">Width of the window, pixels.</param>
    /// <param name="scheme">Light or dark.</param>
    /// <param name="look">What to do with it; the problems are errors of scripts, missing files, and requests to any other server.</param>
    /// <param name="isSignedIn">Whether it asks with the server's key.</param>
    public async Task LookAsync(
        Served served,
        int width,
        ColorScheme scheme,
        Func<IPage, ConcurrentQueue<string>, Task> look,
        bool isSignedIn = true
    )
    {
        IPage page = await Browser.NewPageAsync(
            new BrowserNewPageOptions
            {
                BaseURL = served.Address.ToString(),
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
                ColorScheme = scheme,
                ReducedMotion = ReducedMotion.Reduce,
                ExtraHTTPHeaders = isSignedIn ? [new("Authorization", "Bearer " + served.Key)] : [],
            }
        );
        var problems = new ConcurrentQueue<string>();
        page.PageError += (_, error) => problems.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                problems.Enqueue(message.Text);
        };
        page.Request += (_, request) =>
        {
            if (
                !request.Url.StartsWith(served.Address.ToString(), StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal)
            )
                problems.Enqueue("asked " + request.Url);
        };
        try
        {
            await look(page, problems);
        }
        finally
        {
            await page.CloseAsync();
        }
    }

    /// <summary>Goes to an address and waits until its studies have run: the place of one that must run first fills by itself.</summary>
    public static async Task WholeAsync(IPage page, string address)
    {
        await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        await page.Locator(".pending").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached, Timeout = 120_000 });
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }
}
