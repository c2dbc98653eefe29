package io.github.romparser.rom;

import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.header.DeviceList;
import io.github.romparser.rom.header.Npde;
import io.github.romparser.rom.header.PciDataStructure;
import io.github.romparser.rom.header.RomHeader;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What images of all code types have in common.
 *
 * @param index place among the images of the chain, in the order of the file, from 0
 * @param bytes the image over its vendor length where it has one, else over its PCI length; cut at
 *     the end of the file
 * @param header the common header at its start
 * @param dataStructure PCIR, NPDS or RGIS
 * @param deviceList further device ids; empty if there is no list
 * @param npde NVIDIA's extension of the data structure
 * @param initializationLength initialisation size in bytes; code types 0 and 3 only
 * @param sums the three 8-bit sums
 */
public record ImageFrame(
    int index,
    Slice bytes,
    RomHeader header,
    PciDataStructure dataStructure,
    Optional<DeviceList> deviceList,
    Optional<Npde> npde,
    OptionalLong initializationLength,
    ImageSums sums) {}
