using System;
using System.Buffers.Text;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using SeizureIntel.Workbench.Shapes;

namespace SeizureIntel.App.Api.Endpoints;

/// <summary>An answer as JSON with an entity tag (RFC 9110): who has it already and says so by <c>If-None-Match</c> is told 304 without it.</summary>
/// <param name="answer">The answer.</param>
internal sealed class JsonAnswer(object? answer) : IResult
{
    private const int TagBytes = 16;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(answer, JsonShapes.Options);
        HttpResponse response = httpContext.Response;
        var tag = new EntityTagHeaderValue('"' + Base64Url.EncodeToString(SHA256.HashData(bytes).AsSpan(0, TagBytes)) + '"');
        response.Headers.ETag = tag.ToString();
        if (
            HttpMethods.IsGet(httpContext.Request.Method)
            && httpContext.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false))
        )
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = bytes.Length;
        return response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }
}
