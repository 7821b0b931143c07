using System;

namespace SeizureIntel.Dashboards.Desk;

/// <summary>Addresses within the product.</summary>
public static class PageLinks
{
    /// <summary>The records behind a figure.</summary>
    /// <param name="queryJson">The figure's query as JSON.</param>
    public static string Records(string queryJson) => "/search?query=" + Uri.EscapeDataString(queryJson);

    /// <summary>A bulletin as it was written.</summary>
    public static string Bulletin(string id) => "/bulletins/" + Uri.EscapeDataString(id);
}
