using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Sluice.Generators.Infrastructure;

/// <summary>
/// Writes generated code. Lines end with <c>\n</c> on every system, numbers in interpolated strings are formatted
/// invariantly, and a raw string of several lines is indented as a whole. Blank lines look after themselves: never two
/// in a row, none after an opening brace, none before a closing one.
/// </summary>
internal sealed class SourceWriter
{
    private const int IndentSize = 4;

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _scratch = new();
    private int _depth;
    private bool _inLine;
    private bool _blankPending;
    private bool _blankAllowed;

    /// <summary>Asks for a blank line before whatever follows.</summary>
    public void WriteLine() => EndLine();

    /// <summary>Writes one or more lines at the current indentation.</summary>
    public void WriteLine(string lines)
    {
        Write(lines);
        if (_inLine || lines.Length == 0)
            WriteLine();
    }

    /// <inheritdoc cref="WriteLine(string)"/>
    public void WriteLine([InterpolatedStringHandlerArgument("")] ref Interpolation lines) => WriteLine(lines.Take());

    /// <summary>Writes text and stays in its last line.</summary>
    public void Write(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or '\r'))
                continue;
            AppendToLine(text, start, i - start);
            EndLine();
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                i++;
            start = i + 1;
        }

        AppendToLine(text, start, text.Length - start);
    }

    /// <inheritdoc cref="Write(string)"/>
    public void Write([InterpolatedStringHandlerArgument("")] ref Interpolation text) => Write(text.Take());

    /// <summary>Writes the header and an opening brace; disposing the result writes the closing one.</summary>
    /// <param name="header">What stands above the brace; empty for a bare block.</param>
    /// <param name="close">The closing line: <c>};</c> or <c>});</c> where the block is part of an expression.</param>
    public Scope Block(string header = "", string close = "}")
    {
        if (header.Length > 0)
            WriteLine(header);
        WriteLine("{");
        _depth++;
        return new(this, close);
    }

    /// <inheritdoc cref="Block(string, string)"/>
    public Scope Block([InterpolatedStringHandlerArgument("")] ref Interpolation header, string close = "}") => Block(header.Take(), close);

    /// <summary>Indents what follows until the result is disposed.</summary>
    public Scope Indent()
    {
        _depth++;
        return new(this, close: null);
    }

    /// <summary>Writes a doc comment element; the text is plain and gets escaped.</summary>
    public void WriteDoc(string element, string text, string? name = null)
    {
        var open = name is null ? element : $"{element} name=\"{EscapeXml(name)}\"";
        // The compiler ends a comment at each of these; a text that smuggled one in would be parsed as code.
        var lines = text.Replace("\r\n", "\n").Split('\n', '\r', '\u0085', '\u2028', '\u2029');
        if (lines.Length == 1)
        {
            WriteLine($"/// <{open}>{EscapeXml(text)}</{element}>");
            return;
        }

        WriteLine($"/// <{open}>");
        foreach (var line in lines)
            WriteLine(("/// " + EscapeXml(line)).TrimEnd());
        WriteLine($"/// </{element}>");
    }

    /// <summary>Writes a <c>summary</c> doc comment.</summary>
    public void WriteSummary(string text) => WriteDoc("summary", text);

    /// <summary>Escapes text for a place inside a doc comment.</summary>
    public static string EscapeXml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");

    /// <summary>The text so far.</summary>
    public override string ToString() => _text.ToString();

    /// <summary>The text as <c>AddSource</c> takes it.</summary>
    public SourceText ToSourceText() => SourceText.From(ToString(), Encoding.UTF8, SourceHashAlgorithm.Sha256);

    private void AppendToLine(string text, int start, int length)
    {
        if (length == 0)
            return;
        if (!_inLine)
            StartLine(text, start, length);
        _text.Append(text, start, length);
    }

    private void StartLine(string text, int start, int length)
    {
        var first = start;
        while (first < start + length && text[first] == ' ')
            first++;
        var closes = first < start + length && text[first] == '}';
        if (_blankPending && !closes)
            _text.Append('\n');
        _blankPending = false;
        _text.Append(' ', _depth * IndentSize);
        _inLine = true;
    }

    private void EndLine()
    {
        while (_inLine && _text.Length > 0 && _text[_text.Length - 1] is ' ' or '\t')
            _text.Length--;
        if (!_inLine || _text.Length == 0 || _text[_text.Length - 1] == '\n')
        {
            _blankPending = _blankAllowed;
        }
        else
        {
            _blankAllowed = _text[_text.Length - 1] != '{';
            _text.Append('\n');
        }

        _inLine = false;
    }

    /// <summary>Ends a block or an indentation.</summary>
    public readonly struct Scope(SourceWriter writer, string? close) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            if (close is not null)
                writer.WriteLine(close);
        }
    }

    /// <summary>
    /// Receives an interpolated string. A value of several lines is indented like the line it stands in, so that a
    /// template may have holes for whole statements.
    /// </summary>
    [InterpolatedStringHandler]
    public readonly ref struct Interpolation
    {
        private readonly StringBuilder _scratch;
        private readonly int _start;

        public Interpolation(int literalLength, int formattedCount, SourceWriter writer)
        {
            _ = formattedCount;
            _scratch = writer._scratch;
            _start = _scratch.Length;
            _scratch.EnsureCapacity(_start + literalLength);
        }

        public void AppendLiteral(string text) => _scratch.Append(text);

        public void AppendFormatted(string? text)
        {
            if (text is null)
                return;
            if (text.IndexOf('\n') < 0)
                _scratch.Append(text);
            else
                _scratch.Append(text.Replace("\n", "\n" + IndentOfLine()));
        }

        public void AppendFormatted<T>(T value, string? format = null)
            => AppendFormatted(value is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : value?.ToString());

        public string Take()
        {
            var text = _scratch.ToString(_start, _scratch.Length - _start);
            _scratch.Length = _start;
            return text;
        }

        private string IndentOfLine()
        {
            var line = _scratch.Length;
            while (line > _start && _scratch[line - 1] != '\n')
                line--;
            var end = line;
            while (end < _scratch.Length && _scratch[end] == ' ')
                end++;
            return new string(' ', end - line);
        }
    }
}
