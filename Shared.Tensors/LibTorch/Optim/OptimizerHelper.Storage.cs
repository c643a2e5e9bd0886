using System.Text;
using SharedSource;

namespace TorchSharp.Modules;

// The state stored and taken over.
public abstract partial class OptimizerHelper
{
    private const string Magic = "Shared.Tensors optimizer";
    private const int Version = 1;

    /// <summary>The options and states. They are the optimizer's own: a step changes them.</summary>
    public virtual StateDictionary state_dict()
    {
        var dictionary = new StateDictionary();
        dictionary.Options.AddRange(_blocks.Select(block => block.Group.Options));
        dictionary.State.AddRange(States);
        return dictionary;
    }

    /// <summary>Takes copies of the options and states over.</summary>
    /// <exception cref="ArgumentException">They do not fit the groups and parameters; nothing was taken over.</exception>
    public virtual void load_state_dict(StateDictionary state_dict)
    {
        ArgumentNullException.ThrowIfNull(state_dict);
        OptimizerState[] states = [.. States];
        if (state_dict.Options.Count != _blocks.Count)
            throw new ArgumentException("loaded state dict has a different number of parameter groups", nameof(state_dict));
        if (state_dict.State.Count != states.Length)
            throw new ArgumentException("loaded state dict contains a parameter group that doesn't match the size of optimizer's group", nameof(state_dict));
        // Copies first: where one does not fit, nothing has changed.
        OptimizerOptions[] options = [.. _blocks.Select(block => block.Group.Options.New())];
        OptimizerState[] copies = [.. states.Select(state => state.New())];
        try
        {
            for (var i = 0; i < options.Length; i++)
                options[i].LoadStateDict(state_dict.Options[i]);
            for (var i = 0; i < copies.Length; i++)
                copies[i].LoadStateDict(state_dict.State[i]);
            Take(options, states, copies);
        }
        finally
        {
            foreach (var copy in copies)
                copy.Release();
        }
    }

    /// <summary>Writes the options and states to a file, replacing one that is there. A crash leaves the old file or the new one.</summary>
    public void save_state_dict(string location)
    {
        ArgumentException.ThrowIfNullOrEmpty(location);
        AtomicFile.Write(location, stream =>
        {
            using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
            save_state_dict(writer);
        });
    }

    /// <summary>Writes the options and states.</summary>
    public void save_state_dict(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(GetType().Name);
        writer.Write(_blocks.Count);
        foreach (var block in _blocks)
        {
            writer.Write(block.Parameters.Length);
            block.Group.Options.SaveStateDict(writer);
            foreach (var state in block.States)
                state.SaveStateDict(writer);
        }
    }

    /// <summary>Reads what <see cref="save_state_dict(string)"/> wrote for the same groups and parameters.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or does not fit; nothing was taken over.</exception>
    public void load_state_dict(string location)
    {
        ArgumentException.ThrowIfNullOrEmpty(location);
        using var reader = new BinaryReader(File.OpenRead(location));
        load_state_dict(reader);
    }

    /// <summary>Reads what <see cref="save_state_dict(BinaryWriter)"/> wrote for the same groups and parameters.</summary>
    /// <exception cref="InvalidDataException">The data are damaged or do not fit; nothing was taken over.</exception>
    public void load_state_dict(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        OptimizerOptions[] options = [.. _blocks.Select(block => block.Group.Options.New())];
        OptimizerState[] states = [.. States];
        OptimizerState[] read = [.. states.Select(state => state.New())];
        try
        {
            ReadHeader(reader);
            var next = 0;
            for (var i = 0; i < options.Length; i++)
            {
                if (reader.ReadInt32() is var count && count != _blocks[i].Parameters.Length)
                    throw new InvalidDataException($"The state is of {count} parameters in group {i}; the optimizer has {_blocks[i].Parameters.Length} there.");
                options[i].LoadStateDict(reader);
                options[i].Validate();
                for (var k = 0; k < count; k++)
                    read[next++].LoadStateDict(reader);
            }
            Take(options, states, read);
        }
        catch (Exception damage) when (damage is EndOfStreamException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"The optimizer's state is damaged: {damage.Message}", damage);
        }
        finally
        {
            foreach (var state in read)
                state.Release();
        }
    }

    private void Take(OptimizerOptions[] options, OptimizerState[] states, OptimizerState[] sources)
    {
        for (var i = 0; i < options.Length; i++)
            _blocks[i].Group.Options.LoadStateDict(options[i]);
        for (var i = 0; i < states.Length; i++)
            states[i].LoadStateDict(sources[i]);
    }

    private void ReadHeader(BinaryReader reader)
    {
        if (reader.ReadString() != Magic)
            throw new InvalidDataException("This is not an optimizer's state.");
        if (reader.ReadInt32() is var version && version != Version)
            throw new InvalidDataException($"The optimizer's state has format version {version}; this program reads version {Version}.");
        if (reader.ReadString() is var name && name != GetType().Name)
            throw new InvalidDataException($"The state is of {name}, not of {GetType().Name}.");
        if (reader.ReadInt32() is var groups && groups != _blocks.Count)
            throw new InvalidDataException($"The state is of {groups} groups of parameters; the optimizer has {_blocks.Count}.");
    }
}
