using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SeizureIntel.App.Api.Contracts;
using SeizureIntel.App.Settings;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.App.Api.Uploads;

/// <summary>A file as the body of a request, so that a page of another site cannot send one without the browser asking first.</summary>
internal static class UploadBody
{
    private const long Mebibyte = 1 << 20;

    /// <summary>The name under which a file is sent.</summary>
    /// <exception cref="Fault">It has none, or the body is of another kind.</exception>
    public static string NameOf(HttpRequest request)
    {
        string name = AddressTexts.One(request.Query, "file_name")
            ?? throw Fault.Usage("no_file_name", "The file has no name.", "Add ?file_name=seizures.csv and send the bytes as the body.");
        if (request.ContentType is { } type && !type.StartsWith("application/octet-stream", StringComparison.OrdinalIgnoreCase))
            throw Fault.Usage(
                Problems.WrongContentType,
                $"The body is '{type}'.",
                "Send the bytes of the file as application/octet-stream."
            );
        return Path.GetFileName(name);
    }

    /// <summary>Receives a file when there is a place for it, and lets go of it when it has been used.</summary>
    /// <exception cref="Fault">It is too large, or no place was free in time.</exception>
    public static async Task<T> UseAsync<T>(HttpRequest request, UploadGate gate, Func<UploadedBytes, Task<T>> use, CancellationToken stop)
    {
        long largest = gate.Options.LargestMebibytes * Mebibyte;
        if (request.ContentLength > largest)
            throw Problems.TooLarge(gate.Options.LargestMebibytes);
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = largest;

        using IDisposable place = await gate.EnterAsync(stop);
        await using UploadedBytes bytes = await ReceivedAsync(request, gate.Options, stop);
        return await use(bytes);
    }

    private static async Task<UploadedBytes> ReceivedAsync(HttpRequest request, UploadOptions options, CancellationToken stop)
    {
        try
        {
            return await UploadedBytes.ReceiveAsync(request.Body, options.MemoryMebibytes * Mebibyte, Path.GetTempPath(), stop);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw Problems.TooLarge(options.LargestMebibytes);
        }
    }
}
