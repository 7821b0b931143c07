using System.Linq;
using Microsoft.AspNetCore.Http;

namespace SeizureIntel.App.Api.Contracts;

/// <summary>Reads single texts out of an address.</summary>
internal static class AddressTexts
{
    /// <summary>A value; null where it is missing or blank.</summary>
    public static string? One(IQueryCollection query, string name) =>
        query[name].FirstOrDefault() is { Length: > 0 } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
