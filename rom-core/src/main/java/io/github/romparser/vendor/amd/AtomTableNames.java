package io.github.romparser.vendor.amd;

import java.util.Map;

/** What the drivers call the data tables, by their place in the list. */
final class AtomTableNames {

  /** Linux atombios.h, {@code ATOM_MASTER_LIST_OF_DATA_TABLES}. */
  private static final Map<Integer, String> ATOM =
      Map.ofEntries(
          Map.entry(0, "UtilityPipeLine"),
          Map.entry(1, "MultimediaCapabilityInfo"),
          Map.entry(2, "MultimediaConfigInfo"),
          Map.entry(3, "StandardVESA_Timing"),
          Map.entry(4, "FirmwareInfo"),
          Map.entry(5, "PaletteData"),
          Map.entry(6, "LCD_Info"),
          Map.entry(7, "DIGTransmitterInfo"),
          Map.entry(8, "SMU_Info"),
          Map.entry(9, "SupportedDevicesInfo"),
          Map.entry(10, "GPIO_I2C_Info"),
          Map.entry(11, "VRAM_UsageByFirmware"),
          Map.entry(12, "GPIO_Pin_LUT"),
          Map.entry(13, "VESA_ToInternalModeLUT"),
          Map.entry(14, "GFX_Info"),
          Map.entry(15, "PowerPlayInfo"),
          Map.entry(16, "GPUVirtualizationInfo"),
          Map.entry(17, "SaveRestoreInfo"),
          Map.entry(18, "PPLL_SS_Info"),
          Map.entry(19, "OemInfo"),
          Map.entry(20, "XTMDS_Info"),
          Map.entry(21, "MclkSS_Info"),
          Map.entry(22, "Object_Header"),
          Map.entry(23, "IndirectIOAccess"),
          Map.entry(24, "MC_InitParameter"),
          Map.entry(25, "ASIC_VDDC_Info"),
          Map.entry(26, "ASIC_InternalSS_Info"),
          Map.entry(27, "TV_VideoMode"),
          Map.entry(28, "VRAM_Info"),
          Map.entry(29, "MemoryTrainingInfo"),
          Map.entry(30, "IntegratedSystemInfo"),
          Map.entry(31, "ASIC_ProfilingInfo"),
          Map.entry(32, "VoltageObjectInfo"),
          Map.entry(33, "PowerSourceInfo"),
          Map.entry(34, "ServiceInfo"));

  /** Linux atomfirmware.h, {@code atom_master_list_of_data_tables_v2_1}. */
  private static final Map<Integer, String> ATOMFIRMWARE =
      Map.ofEntries(
          Map.entry(0, "utilitypipeline"),
          Map.entry(1, "multimedia_info"),
          Map.entry(2, "smc_dpm_info"),
          Map.entry(4, "firmwareinfo"),
          Map.entry(6, "lcd_info"),
          Map.entry(8, "smu_info"),
          Map.entry(11, "vram_usagebyfirmware"),
          Map.entry(12, "gpio_pin_lut"),
          Map.entry(14, "gfx_info"),
          Map.entry(15, "powerplayinfo"),
          Map.entry(22, "displayobjectinfo"),
          Map.entry(23, "indirectioaccess"),
          Map.entry(24, "umc_info"),
          Map.entry(27, "dce_info"),
          Map.entry(28, "vram_info"),
          Map.entry(30, "integratedsysteminfo"),
          Map.entry(31, "asic_profiling_info"),
          Map.entry(32, "voltageobject_info"));

  private AtomTableNames() {}

  /** The name of a data table; empty if it has none. */
  static String data(int formatRevision, int index) {
    Map<Integer, String> names = formatRevision >= 2 ? ATOMFIRMWARE : ATOM;
    return names.getOrDefault(index, "");
  }
}
