using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Dashboards.Pages.Search;

namespace SeizureIntel.Dashboards.Setup;

/// <summary>What the pages need beside the Workbench's answers.</summary>
public static class PageServices
{
    /// <summary>Adds the pages and what they are made with.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorPages();
        return services
            .AddSingleton<Navigation>()
            .AddScoped<ScopeLists>()
            .AddScoped<HitTable>()
            .AddSingleton<RunningStudies>()
            .AddHttpContextAccessor()
            .AddScoped(s => TextsOf(s.GetRequiredService<IHttpContextAccessor>()))
            .AddTransient<SearchAsking>();
    }

    private static PageTexts TextsOf(IHttpContextAccessor now) =>
        now.HttpContext is { } context ? PageLanguage.TextsOf(context.Request) : PageTexts.English;
}
