using System;
using System.Globalization;

namespace SeizureIntel.Dashboards.Frame;

/// <summary>Moments as pages write them: to the minute, UTC.</summary>
internal static class Moments
{
    /// <summary>Such as <c>2024-03-14 09:30 UTC</c>.</summary>
    public static string Of(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";
}
