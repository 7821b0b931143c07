using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;

namespace SeizureIntel.Etl.Intake;

/// <summary>Feeds JSON text block by block to a step that takes the tokens it can and hands out the finished rows.</summary>
internal static class JsonBlocks
{
    /// <summary>Takes the tokens of a block; false ends the walk.</summary>
    public delegate bool Step(ref Utf8JsonReader tokens, List<string[]> finished);

    public static IEnumerable<string[]> Walk(Stream text, IntakeOptions options, Step step)
    {
        byte[] buffer = new byte[1 << 15];
        int held = 0;
        var state = new JsonReaderState(new JsonReaderOptions { AllowMultipleValues = true, AllowTrailingCommas = true });
        var finished = new List<string[]>();
        bool isLast = false;
        while (!isLast)
        {
            if (held == buffer.Length)
            {
                if (buffer.Length > 4L * options.MaxLineCharacters)
                    throw Unreadable.TooLong(options.MaxLineCharacters, null);
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            int read = Read(text, buffer.AsSpan(held));
            isLast = held + read < buffer.Length;
            held += read;
            finished.Clear();
            bool goesOn = Take(buffer.AsSpan(0, held), isLast, ref state, step, finished, out int taken);
            foreach (string[] row in finished)
                yield return row;
            if (!goesOn)
                yield break;
            held -= taken;
            buffer.AsSpan(taken, held).CopyTo(buffer);
        }
    }

    private static int Read(Stream text, Span<byte> room)
    {
        try
        {
            return text.ReadAtLeast(room, room.Length, throwOnEndOfStream: false);
        }
        catch (DecoderFallbackException)
        {
            throw Unreadable.WrongEncoding("JSON not in the encoding that its bytes tell");
        }
    }

    private static bool Take(
        ReadOnlySpan<byte> block,
        bool isLast,
        ref JsonReaderState state,
        Step step,
        List<string[]> finished,
        out int taken
    )
    {
        try
        {
            var tokens = new Utf8JsonReader(block, isLast, state);
            bool goesOn = step(ref tokens, finished);
            taken = (int)tokens.BytesConsumed;
            state = tokens.CurrentState;
            return goesOn;
        }
        catch (JsonException e)
        {
            // The parser's own sentence quotes the text, which may be personal; its line number is not.
            throw Bad(
                $"The JSON breaks its own rules near line {e.LineNumber + 1}.",
                "Check that the file is complete; commas, quotes and brackets must match."
            );
        }
        catch (InvalidOperationException)
        {
            throw Unreadable.WrongEncoding("JSON with characters that UTF-8 does not allow");
        }
    }

    public static UnreadableFileException Bad(string message, string hint) => new("bad_json", message, hint);
}
