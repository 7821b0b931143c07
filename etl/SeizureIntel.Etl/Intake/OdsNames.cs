namespace SeizureIntel.Etl.Intake;

/// <summary>The namespaces of OpenDocument 1.0 to 1.4 (ISO/IEC 26300-1, 3.1).</summary>
internal static class OdsNames
{
    public const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    public const string Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    public const string Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    public const string Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    public const string Format = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0";
}
