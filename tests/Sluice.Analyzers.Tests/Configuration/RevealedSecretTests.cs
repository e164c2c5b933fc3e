using Sluice.Analyzers.Configuration;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Configuration;

/// <summary>SLC502.</summary>
public sealed class RevealedSecretTests
{
    [Test]
    public Task Logged() => Verify<RevealedSecretAnalyzer>.Reports(
        Of("var password = settings.Password.Access(static text => new string(text)); logger.LogWarning(\"{Password}\", {|SLC502:password|});"),
        ("SLC502", "'password' is a secret, and goes to a log here, where many can read it; leave it out"));

    [Test]
    public Task Thrown() => Verify<RevealedSecretAnalyzer>.Reports(
        Of("throw new ConnectorException(\"No entry with \" + {|SLC502:settings.ApiKey|});"),
        ("SLC502", "'settings.ApiKey' is a secret, and becomes a part of an exception here, where many can read it; leave it out"));

    [TestCase("Console.WriteLine({|SLC502:settings.Password.Access(text => text.ToString())|});", TestName = "Revealed: at once")]
    [TestCase("settings.Password.Access(logger, static (text, log) => log.LogInformation(\"{Text}\", {|SLC502:text.ToString()|}));", TestName = "Revealed: where it is seen")]
    [TestCase("var text = string.Format(\"{0};{1}\", settings.Address, settings.ApiKey); System.Diagnostics.Debug.WriteLine({|SLC502:text|});", TestName = "Revealed: formatted first")]
    [TestCase("var characters = settings.Password.Access(static text => text.ToArray()); Console.WriteLine({|SLC502:characters|});", TestName = "Revealed: as characters")]
    [TestCase("Console.WriteLine(\"{0}: {1}\", settings.Address, {|SLC502:settings.ApiKey|}); System.Diagnostics.Trace.TraceError({|SLC502:settings.ApiKey|});", TestName = "Revealed: on the console and in a trace")]
    public Task Reported(string body) => Verify<RevealedSecretAnalyzer>.Reports(Of(body));

    [TestCase("logger.LogWarning(\"{Password}\", settings.Password);", TestName = "Kept: it prints itself as stars")]
    [TestCase("var password = settings.Password.Access(static text => new string(text)); logger.LogWarning(\"{Length}\", password.Length);", TestName = "Kept: its length")]
    [TestCase("var empty = settings.Password.Access(static text => text.IsEmpty); logger.LogWarning(\"{Empty}\", empty);", TestName = "Kept: a fact about it")]
    [TestCase("var connection = $\"Password={settings.Password.Access(static text => new string(text))}\"; Open(connection);", TestName = "Kept: a connection string")]
    [TestCase("if (settings.ApiKey.Length == 0) throw new ConnectorException($\"{nameof(settings.ApiKey)} is missing for {settings.Address}.\");", TestName = "Kept: its name")]
    [TestCase("LogIn(settings.ApiKey);", TestName = "Kept: to log in is not to log")]
    [TestCase("using var body = new System.IO.StringWriter(); body.WriteLine(settings.ApiKey);", TestName = "Kept: written into a request")]
    [TestCase("logger.LogWarning(\"{Key}\", new Column().ApiKey);", TestName = "Kept: of something that is no configuration")]
    public Task Left_alone(string body) => Verify<RevealedSecretAnalyzer>.Clean(Of(body));

    private static Sources Of(string body) => $$"""
        using System;
        using Microsoft.Extensions.Logging;
        using Sluice;

        [ConnectorConfiguration]
        public sealed partial class Settings
        {
            public string Address { get; set; } = "";

            public string ApiKey { get; set; } = "";

            public GuardedString Password { get; set; } = GuardedString.FromString("");
        }

        public sealed class Column
        {
            public string ApiKey { get; set; } = "";
        }

        public sealed class Client(Settings settings, ILogger logger)
        {
            public void Connect()
            {
                logger.LogDebug("Connecting to {Address}", settings.Address);
                {{body}}
            }

            public static void LogIn(string key) => ArgumentNullException.ThrowIfNull(key);

            public static void Open(string connection) => ArgumentNullException.ThrowIfNull(connection);
        }
        """;
}
