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
}
