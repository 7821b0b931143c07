using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SeizureIntel.Ports;
using SeizureIntel.Storage.Keeping;
using SeizureIntel.Submissions;

namespace SeizureIntel.Storage.Archives;

/// <summary>The archive as files: <c>archive/&lt;submission&gt;.ndjson.gz</c> in the data folder, the header on the first line, then one row a line.</summary>
/// <param name="dataFolder">The data folder; the archive folder is made with the first entry.</param>
/// <param name="loggers">Null for silence.</param>
public sealed class FileArchive(string dataFolder, ILoggerFactory? loggers = null) : ISubmissionArchive
{
    private const string Ending = ".ndjson.gz";
    private const string Unfinished = ".part";
    private const int MostAttempts = 3;

    private readonly string _folder = Path.Combine(dataFolder, "archive");
    private readonly ILogger _log = loggers is null ? NullLogger.Instance : loggers.CreateLogger("SeizureIntel.Storage");

    /// <summary>Removes what loads left behind that ended early, in whatever process; for the start of one.</summary>
    /// <remarks>An entry being written holds a lock that ends with its process, however that ends: what can be locked is nobody's any more.</remarks>
    public void RemoveUnfinished()
    {
        if (!Directory.Exists(_folder))
            return;
        foreach (string part in Directory.EnumerateFiles(_folder, "*" + Unfinished))
        {
            try
            {
                using (new FileStream(part, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                    File.Delete(part);
                _log.StaleArchiveRemoved(Path.GetFileName(part));
            }
            catch (Exception held) when (held is IOException or UnauthorizedAccessException)
            {
                // Another process writes it, or it is not this user's to remove.
            }
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The submission's id holds anything but letters, digits, hyphens and underscores.</exception>
    public ArchiveEntry Create(Submission submission, IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(submission);
        if (!IsName(submission.Id))
        {
            throw new ArgumentException(
                "A submission id has letters, digits, hyphens and underscores only, 1 to 128 of them.",
                nameof(submission)
            );
        }

        Directory.CreateDirectory(_folder);
        string path = Path.Combine(_folder, submission.Id + Ending);
        var header = new ArchiveHeader(
            submission.Id,
            submission.Source,
            submission.Sha256,
            submission.SizeBytes,
            submission.ReceivedAt,
            columns
        );
        for (int attempt = 1; ; attempt++)
        {
            string part = path + "." + Path.GetRandomFileName() + Unfinished;
            try
            {
                return new FileArchiveEntry(part, path, header);
            }
            catch (IOException) when (attempt < MostAttempts)
            {
                // Another process that starts now took the file for one left behind, in the instant between its making and its lock.
            }
        }
    }

    /// <inheritdoc/>
    public Task EraseAsync(string submissionId, CancellationToken cancellationToken)
    {
        if (IsName(submissionId))
            File.Delete(Path.Combine(_folder, submissionId + Ending));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> ColumnsAsync(string submissionId, CancellationToken cancellationToken)
    {
        string path = Path.Combine(_folder, submissionId + Ending);
        if (!IsName(submissionId) || !File.Exists(path))
            return [];
        using var lines = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        string? header = await lines.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        return header is null ? [] : JsonSerializer.Deserialize(header, ArchiveJson.Default.ArchiveHeader)?.Columns ?? [];
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ArchivedRow> ReadAsync(string submissionId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string path = Path.Combine(_folder, submissionId + Ending);
        if (!IsName(submissionId) || !File.Exists(path))
            yield break;
        using var lines = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        await lines.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        while (await lines.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
            yield return Row(line);
    }

    private static ArchivedRow Row(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        JsonElement cells = json.RootElement.GetProperty(ArchiveLines.Cells);
        var texts = new string[cells.GetArrayLength()];
        int at = 0;
        foreach (JsonElement cell in cells.EnumerateArray())
            texts[at++] = cell.GetString()!;
        return new(json.RootElement.GetProperty(ArchiveLines.Row).GetInt32(), texts);
    }

    // A name comes from outside when it is read: it must not be able to leave the folder.
    private static bool IsName(string id)
    {
        if (id.Length is 0 or > 128)
            return false;
        foreach (char c in id)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
                return false;
        }

        return true;
    }
}
